package org.lucina.bench.report;

/**
 * A figure of one peer in one round.
 *
 * @param measure what was measured
 * @param peer whose figure it is
 * @param round the round, from 1
 * @param value the figure
 * @param cpuMillis processor time of the peer for one object or operation, NaN when not known
 */
public record Sample(Measure measure, String peer, int round, double value, double cpuMillis) {}
