package org.lucina.endpoint.dimse;

import java.time.Duration;
import java.util.Optional;

/**
 * How a peer is called.
 *
 * @param remoteAe name of the remote AE's resource
 * @param callingAe title under which it is called, empty for the server's own
 * @param connectTimeout until the connection stands and the association is answered
 * @param responseTimeout without a byte while a response is due
 * @param maxPdu bytes of a P-DATA-TF that are received at most
 */
record PeerSettings(
    String remoteAe,
    Optional<String> callingAe,
    Duration connectTimeout,
    Duration responseTimeout,
    int maxPdu) {}
