package org.lucina.observer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** What happens in the archive, told from its log. */
class ArchiveObserverTest {
  private static final Reference FIRST = Reference.instance("1.1", "1.1.1", "1.1.1.1");
  private static final Reference NEXT = Reference.instance("1.1", "1.1.1", "1.1.1.2");
  private static final Reference OTHER = Reference.instance("1.2", "1.2.1", "1.2.1.1");

  private final ArchiveObserverProvider provider = new ArchiveObserverProvider();
  private final FakeLog log = new FakeLog();
  private final FakeArchive archive = new FakeArchive();
  private final LocalContext server = new LocalContext();
  private final CollectedEvents sink = new CollectedEvents();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatIsWantedIsToldFromNowOn() throws Exception {
    open();
    added(FIRST);
    try (Observer observer = observer(Map.of("events", "instance-added, study-deleted"));
        AutoCloseable observation = observer.observe(Optional.empty(), sink)) {
      await().until(() -> sink.position().isPresent());
      added(NEXT);
      log.add(Kind.ADDED, Reference.study("1.1"), Instant.now());
      log.add(Kind.DELETED, Reference.study("1.1"), Instant.now());
      await().until(() -> sink.events().size() == 2);
      assertThat(sink.references()).containsExactly(NEXT, Reference.study("1.1"));
      assertThat(observer.kinds()).containsExactlyInAnyOrder(Kind.ADDED, Kind.DELETED);
    }
  }

  @Test
  void anObservationGoesOnWhereItsPositionIs() throws Exception {
    open();
    try (Observer observer = observer(Map.of("from", "beginning"))) {
      added(FIRST);
      observeUntil(observer, Optional.empty(), 1);
      added(NEXT);
      observeUntil(observer, sink.position(), 2);
      assertThat(sink.references()).containsExactly(FIRST, NEXT);
    }
  }

  @Test
  void whatIsNotTakenIsToldAgain() throws Exception {
    open();
    try (Observer observer = observer(Map.of("from", "beginning"));
        AutoCloseable observation = observer.observe(Optional.empty(), sink)) {
      await().until(() -> sink.position().isPresent());
      sink.refuse(true);
      added(FIRST);
      await().until(() -> !sink.troubles().isEmpty());
      sink.refuse(false);
      await().until(() -> sink.events().size() == 1);
    }
  }

  @Test
  void whereTheLogDoesNotReachAllThatThereIsIsTold() throws Exception {
    open();
    archive.with(FIRST).with(NEXT).with(OTHER);
    added(FIRST);
    log.forgetAll();
    try (Observer observer =
            observer(Map.of("from", "beginning", "events", "instance-added,study-stable"));
        AutoCloseable observation = observer.observe(Optional.empty(), sink)) {
      await().until(() -> sink.events().size() == 5);
      assertThat(sink.references())
          .containsExactly(FIRST, NEXT, Reference.study("1.1"), OTHER, Reference.study("1.2"));
      added(OTHER);
      await().until(() -> sink.events().size() == 6);
    }
  }

  @Test
  void aQuietTimeOfItsOwnMakesStudiesAndSeriesStable() throws Exception {
    open();
    Map<String, String> properties =
        Map.of(
            "from",
            "beginning",
            "events",
            "instance-added,series-stable,study-stable",
            "quiet",
            "PT1H");
    Instant longAgo = Instant.now().minus(Duration.ofHours(2));
    log.add(Kind.ADDED, FIRST, longAgo);
    log.add(Kind.ADDED, OTHER, Instant.now());
    log.add(Kind.STABLE, Reference.study("1.2"), Instant.now());
    try (Observer observer = observer(properties)) {
      observeUntil(observer, Optional.empty(), 4);
      assertThat(sink.references())
          .containsExactly(FIRST, OTHER, Reference.series("1.1", "1.1.1"), Reference.study("1.1"));
      assertThat(sink.position().orElseThrow()).startsWith("3/1/");
    }
  }

  @Test
  void whatWasRestlessBeforeARestartIsStableAfterIt() throws Exception {
    open();
    log.add(Kind.ADDED, FIRST, Instant.now());
    log.add(Kind.ADDED, OTHER, Instant.now().minus(Duration.ofHours(2)));
    Map<String, String> before =
        Map.of("from", "beginning", "events", "study-stable", "quiet", "PT1H");
    try (Observer observer = observer(before)) {
      observeUntil(observer, Optional.empty(), 1);
    }
    try (Observer observer =
        observer(Map.of("events", "study-stable,instance-added", "quiet", "PT0.2S"))) {
      observeUntil(observer, sink.position(), 2);
    }
    assertThat(sink.references()).containsExactly(Reference.study("1.2"), Reference.study("1.1"));
  }

  @Test
  void theArchiveIsWaitedFor() throws Exception {
    try (Observer observer = observer(Map.of());
        AutoCloseable observation = observer.observe(Optional.empty(), sink)) {
      await().until(() -> !sink.troubles().isEmpty());
      open();
      await().until(() -> sink.position().isPresent());
      assertThat(sink.troubles()).containsExactly("the archive is not open");
    }
  }

  @Test
  void unknownEventsAreNamed() {
    assertThatThrownBy(() -> observer(Map.of("events", "study-added, patient-added")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("'patient-added'");
  }

  private void open() {
    server.archive(archive, log);
  }

  private void added(Reference instance) {
    log.add(Kind.ADDED, instance, Instant.now());
  }

  private void observeUntil(Observer observer, Optional<String> position, int events)
      throws Exception {
    try (AutoCloseable observation = observer.observe(position, sink)) {
      await().until(() -> sink.events().size() >= events);
    }
    assertThat(sink.events()).hasSize(events);
  }

  private Observer observer(Map<String, String> properties) throws Exception {
    return provider.create("archive", provider.configSpec().check(properties), server);
  }
}
