package org.lucina.net;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Settings of a {@link DicomListener}.
 *
 * @param address where it listens
 * @param tls TLS context, empty for plain TCP
 * @param requireClientCertificate whether TLS peers must authenticate
 * @param maxAssociations open associations at most
 * @param maxAssociationsPerAe open associations of one calling AE title at most
 * @param maxPduLength bytes of P-DATA-TF received at most, 4096 to 1 MiB
 * @param requestTimeout ARTIM: from connection to A-ASSOCIATE-RQ (PS3.8 9.1.5)
 * @param idleTimeout without a byte from the peer between or within messages
 * @param maxOperations asynchronous operations window that is granted at most
 */
public record ListenerConfig(
    InetSocketAddress address,
    Optional<Supplier<SSLContext>> tls,
    boolean requireClientCertificate,
    int maxAssociations,
    int maxAssociationsPerAe,
    int maxPduLength,
    Duration requestTimeout,
    Duration idleTimeout,
    int maxOperations) {}
