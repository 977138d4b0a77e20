package org.lucina.subsystem.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.commons.api.BasicCache;
import org.lucina.spi.History;

/** The histories of all instances in one cache of Infinispan, which forgets keys by itself. */
public record CacheHistory(BasicCache<String, Boolean> cache) implements History {

  @Override
  public boolean contains(String key) {
    return cache.containsKey(key);
  }

  @Override
  public void remember(String key, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a key is remembered for a while, not for " + time);
    }
    cache.put(key, true, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
  }

  @Override
  public void forget(String key) {
    cache.remove(key);
  }
}
