package org.lucina.net;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach a peer.
 *
 * @param host name or address
 * @param port TCP port, 1 to 65535
 * @param tls TLS context, empty for plain TCP
 * @param connectTimeout until the TCP (and TLS) connection stands and the request is answered
 * @param responseTimeout without a byte from the peer while a response is due
 * @param services what to serve on the association, by SOP class (C-STORE during C-GET, storage
 *     commitment results); called within the operation in progress, out of which comes what they
 *     throw other than {@link DimseException}, after an abort
 */
public record ConnectOptions(
    String host,
    int port,
    Optional<SSLContext> tls,
    Duration connectTimeout,
    Duration responseTimeout,
    Map<String, DimseService> services) {}
