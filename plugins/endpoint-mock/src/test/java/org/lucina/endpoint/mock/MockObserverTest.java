package org.lucina.endpoint.mock;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lucina.dicom.Tag;
import org.lucina.endpoint.mock.study.Timeline;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.CollectedEvents;

/** What is made is told in order, once it is made, and again from where it was left. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MockObserverTest {
  private static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final Clock clock = clock();
  private final CollectedEvents events = new CollectedEvents();

  @Test
  void tellsInstancesWhenTheyAreMade() throws Exception {
    Observer observer = observer(DicomLevel.INSTANCE, Duration.ZERO);
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      pass(Duration.ofHours(2));
      await(MORNING.plus(Duration.ofHours(2)));
    }

    assertThat(events.events()).isNotEmpty();
    assertThat(events.events())
        .allSatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo(DixelEvent.Kind.ADDED);
              assertThat(event.time()).isBetween(MORNING, MORNING.plus(Duration.ofHours(2)));
              assertThat(event.tags().string(Tag.Modality)).isPresent();
            });
    assertThat(events.events()).extracting(DixelEvent::time).isSorted();
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
    MockEndpoint endpoint = new MockEndpoint(timeline(), 1, clock);
    assertThat(events.references()).allSatisfy(it -> assertThat(endpoint.exists(it)).isTrue());
  }

  @Test
  void tellsStudiesWhenTheyAreComplete() throws Exception {
    Observer observer = observer(DicomLevel.STUDY, Duration.ofHours(3));
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await(MORNING);
    }

    assertThat(observer.kinds()).isEqualTo(Set.of(DixelEvent.Kind.STABLE));
    assertThat(events.events()).hasSizeBetween(10, 40);
    MockEndpoint endpoint = new MockEndpoint(timeline(), 1, clock);
    for (DixelEvent event : events.events()) {
      int made =
          endpoint.get(event.reference(), Set.of(View.TAGS)).children().mapToInt(series -> 1).sum();
      long planned =
          timeline()
              .study(event.reference().studyUid().orElseThrow())
              .orElseThrow()
              .series()
              .size();
      assertThat(made).isEqualTo(planned);
    }
  }

  @Test
  void goesOnWhereItWasLeft() throws Exception {
    Observer observer = observer(DicomLevel.INSTANCE, Duration.ZERO);
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      pass(Duration.ofMinutes(40));
      await(MORNING.plus(Duration.ofMinutes(30)));
    }
    pass(Duration.ofMinutes(50));
    try (AutoCloseable observation = observer.observe(events.position(), events)) {
      await(MORNING.plus(Duration.ofMinutes(90)));
    }
    CollectedEvents whole = new CollectedEvents();
    try (AutoCloseable observation =
        observer(DicomLevel.INSTANCE, Duration.ofMinutes(90)).observe(Optional.empty(), whole)) {
      await(whole, MORNING.plus(Duration.ofMinutes(90)));
    }

    assertThat(events.events().stream().map(DixelEvent::id).distinct().toList())
        .isEqualTo(whole.events().stream().map(DixelEvent::id).toList());
  }

  @Test
  void repeatsWhatWasNotTakenAndSaysSo() throws Exception {
    events.refuse(true);
    Observer observer = observer(DicomLevel.INSTANCE, Duration.ofHours(1));
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      while (events.troubles().isEmpty()) {
        Thread.sleep(5);
      }
      events.refuse(false);
      await(MORNING);
    }

    assertThat(events.troubles().get(0)).contains("not taken");
    assertThat(events.events()).extracting(DixelEvent::time).isSorted();
  }

  private Observer observer(DicomLevel level, Duration replay) throws Exception {
    return new MockObserver(
        "test", new Happenings(timeline(), level), Duration.ofMillis(10), replay, clock);
  }

  private static Timeline timeline() throws Exception {
    String sites = "[{services: [{modality: MR, devices: 2, studies_per_hour: 8}]}]";
    return Settings.timeline(
        new MockObserverProvider()
            .configSpec()
            .check(Map.of("sites", sites, "max-images", "9", "matrix", "32")));
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private void await(Instant time) throws InterruptedException {
    await(events, time);
  }

  /** Until so much is told. The last piece without events is not told. */
  private void await(CollectedEvents told, Instant time) throws InterruptedException {
    List<DixelEvent> seen = List.of();
    String reached = time.atZone(ZoneOffset.UTC).toLocalDateTime().minusMinutes(5).toString();
    while (told.position().filter(it -> it.compareTo(reached) >= 0).isEmpty()
        || told.events().size() != seen.size()) {
      seen = told.events();
      Thread.sleep(50);
    }
  }

  private Clock clock() {
    InstantSource source = () -> now.get().truncatedTo(SECONDS);
    return source.withZone(ZoneOffset.UTC);
  }
}
