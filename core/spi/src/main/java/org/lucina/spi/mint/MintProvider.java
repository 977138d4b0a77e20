package org.lucina.spi.mint;

import org.lucina.spi.Provider;

/** Makes {@link Mint}s, for resources {@code mint=NAME}. */
public interface MintProvider extends Provider<Mint> {}
