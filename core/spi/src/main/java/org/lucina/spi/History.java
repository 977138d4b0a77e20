package org.lucina.spi;

import java.time.Duration;

/**
 * Keys that an instance remembers for a while, over restarts too: what it has seen already. A crash
 * may take the latest away, so it spares repeats and does not exclude them. Thread-safe.
 */
public interface History {

  /** Whether a key is remembered. */
  boolean contains(String key);

  /** Remembers a key from now on, also when it was remembered before. */
  void remember(String key, Duration time);

  /** Remembers a key no longer. */
  void forget(String key);
}
