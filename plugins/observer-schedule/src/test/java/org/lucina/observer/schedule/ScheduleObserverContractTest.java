package org.lucina.observer.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.lucina.spi.contract.ObserverContract;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.Observer;

/** A schedule tells as every observer does. */
class ScheduleObserverContractTest extends ObserverContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-04T08:00:00Z"));

  @Override
  protected Observer open() {
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new ScheduleObserver(
        "test",
        new EverySchedule(MINUTE),
        new OneEvent("test", DicomLevel.STUDY),
        Duration.ofMillis(10),
        Duration.ZERO,
        clock);
  }

  @Override
  protected void happen() {
    now.updateAndGet(time -> time.plus(MINUTE));
  }

  @Override
  protected Duration usual() {
    return Duration.ofMillis(300);
  }
}
