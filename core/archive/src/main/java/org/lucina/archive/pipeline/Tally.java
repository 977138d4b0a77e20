package org.lucina.archive.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a pipeline has done since the server started. Thread-safe. */
final class Tally {
  private final Clock clock;
  final LongAdder received = new LongAdder();
  final LongAdder processed = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder retried = new LongAdder();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private volatile Instant lastEvent;
  private volatile String lastError;

  Tally(Clock clock) {
    this.clock = clock;
  }

  /** Events went through all steps. */
  void processed(long events) {
    processed.add(events);
    if (events > 0) {
      lastEvent = clock.instant();
    }
  }

  /** An attempt failed. */
  void error(String error) {
    lastError = error;
  }

  /** An observer is in trouble. */
  void trouble(String observer, String problem) {
    troubles.put(observer, problem);
  }

  /** An observer is well. */
  void well(String observer) {
    troubles.remove(observer);
  }

  Optional<Instant> lastEvent() {
    return Optional.ofNullable(lastEvent);
  }

  Optional<String> lastError() {
    return troubles.entrySet().stream()
        .findAny()
        .map(trouble -> "observer '" + trouble.getKey() + "': " + trouble.getValue())
        .or(() -> Optional.ofNullable(lastError));
  }
}
