package org.lucina.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lucina.bench.peer.PeerKind;

/**
 * What is to be run and how.
 *
 * @param scenarios names of scenarios, in the order in which they run
 * @param peers the peers that take part where they can
 * @param quick whether this only tries whether everything works
 * @param rounds rounds that count
 * @param senders numbers of parallel senders of ingest
 * @param storescu whether ingest sends by DCMTK's client instead of the harness's own
 * @param ct CT slices in a round of ingest
 * @param small objects of 20 KB in a round of ingest
 * @param multiFrameMegabytes size of the large multi-frame object, 0 for none
 * @param slices objects of the series that is retrieved
 * @param studies numbers of studies over which is queried, ascending
 * @param repeat operations of a kind in a round, at most
 * @param seed of the generator
 * @param portOffset added to all ports
 * @param server the assembled Lucina
 * @param lucinaCommands a file of CLI commands that change its configuration
 * @param scratch where data of all peers lie: one disk for all
 * @param results where results are written to
 */
public record Options(
    List<String> scenarios,
    List<PeerKind> peers,
    boolean quick,
    int rounds,
    List<Integer> senders,
    boolean storescu,
    int ct,
    int small,
    int multiFrameMegabytes,
    int slices,
    List<Integer> studies,
    int repeat,
    long seed,
    int portOffset,
    Path server,
    Optional<Path> lucinaCommands,
    Path scratch,
    Optional<Path> results) {}
