package org.lucina.spi.endpoint;

import org.lucina.spi.Provider;

/** Makes {@link Endpoint}s, for resources {@code endpoint=NAME}. */
public interface EndpointProvider extends Provider<Endpoint> {}
