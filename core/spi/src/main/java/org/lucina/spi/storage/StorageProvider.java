package org.lucina.spi.storage;

import org.lucina.spi.Provider;

/** Makes {@link Storage} back ends, for resources {@code storage=NAME}. */
public interface StorageProvider extends Provider<Storage> {}
