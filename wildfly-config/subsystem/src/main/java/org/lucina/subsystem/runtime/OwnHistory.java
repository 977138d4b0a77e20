package org.lucina.subsystem.runtime;

import java.time.Duration;
import org.lucina.spi.History;

/**
 * The keys of one instance in a history that it shares with others.
 *
 * @param prefix before each key, of no other instance
 */
record OwnHistory(History all, String prefix) implements History {

  @Override
  public boolean contains(String key) {
    return all.contains(prefix + key);
  }

  @Override
  public void remember(String key, Duration time) {
    all.remember(prefix + key, time);
  }

  @Override
  public void forget(String key) {
    all.forget(prefix + key);
  }
}
