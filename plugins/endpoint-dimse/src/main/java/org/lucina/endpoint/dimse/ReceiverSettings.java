package org.lucina.endpoint.dimse;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Where objects are received that the peer sends because of a C-MOVE.
 *
 * @param aeTitle title of the receiver, which the peer must know with this host and port; empty for
 *     that under which the peer is called
 * @param address where it listens while objects are expected
 * @param maxPdu bytes of a P-DATA-TF that are received at most
 * @param idleTimeout without a byte from the peer
 */
record ReceiverSettings(
    Optional<String> aeTitle, InetSocketAddress address, int maxPdu, Duration idleTimeout) {}
