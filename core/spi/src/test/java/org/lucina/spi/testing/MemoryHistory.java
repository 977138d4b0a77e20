package org.lucina.spi.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.spi.History;

/** A history in memory, whose clock tests may move. */
public final class MemoryHistory implements History {
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Remembers nothing yet. */
  public MemoryHistory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean contains(String key) {
    Instant end = ends.get(key);
    return end != null && clock.instant().isBefore(end);
  }

  @Override
  public void remember(String key, Duration time) {
    ends.put(key, clock.instant().plus(time));
  }

  @Override
  public void forget(String key) {
    ends.remove(key);
  }
}
