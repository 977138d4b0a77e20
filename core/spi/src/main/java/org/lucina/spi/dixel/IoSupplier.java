package org.lucina.spi.dixel;

import java.io.IOException;

/**
 * Gets something that may have to be read first.
 *
 * @param <T> what it gets
 */
@FunctionalInterface
public interface IoSupplier<T> {
  /** Gets it. */
  T get() throws IOException;
}
