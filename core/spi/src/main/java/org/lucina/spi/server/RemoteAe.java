package org.lucina.spi.server;

import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;

/**
 * A configured application entity of another host ({@code remote-ae=NAME}).
 *
 * @param name the resource's name
 * @param aeTitle its title, 16 characters at most
 * @param host name or address
 * @param port TCP port
 * @param tls TLS context to reach it, empty for plain TCP
 * @param mayStore whether it may send objects here
 * @param mayQuery whether it may query
 * @param mayRetrieve whether it may retrieve (C-GET, C-MOVE)
 * @param checkAddress whether associations under its title must come from its host
 * @param maxAssociations open associations at most, empty for the listener's own limit
 */
public record RemoteAe(
    String name,
    String aeTitle,
    String host,
    int port,
    Optional<SSLContext> tls,
    boolean mayStore,
    boolean mayQuery,
    boolean mayRetrieve,
    boolean checkAddress,
    OptionalInt maxAssociations) {}
