package org.lucina.endpoint.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.lucina.spi.contract.ObserverContract;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.Observer;

/** Mock data tells as every observer does. */
class MockObserverContractTest extends ObserverContract {
  private static final String SITES = "[{services: [{modality: CR, studies_per_hour: 1}]}]";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-04T08:00:00Z"));

  @Override
  protected Observer open() throws Exception {
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new MockObserver("test", happenings(), Duration.ofMillis(10), Duration.ZERO, clock);
  }

  /** Time goes on until one more study is complete. */
  @Override
  protected void happen() throws Exception {
    LocalDateTime before = LocalDateTime.ofInstant(now.get(), ZoneOffset.UTC);
    now.set(happenings().between(before, before.plusDays(1), ZoneOffset.UTC).get(0).time());
  }

  @Override
  protected Duration usual() {
    return Duration.ofMillis(300);
  }

  private static Happenings happenings() throws Exception {
    return new Happenings(
        Settings.timeline(
            new MockObserverProvider().configSpec().check(Map.of("sites", SITES, "matrix", "32"))),
        DicomLevel.STUDY);
  }
}
