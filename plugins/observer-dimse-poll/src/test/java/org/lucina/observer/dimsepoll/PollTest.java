package org.lucina.observer.dimsepoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** Each poll asks for the window before the last one's end, and tells what is new. */
class PollTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Clock clock = Clock.systemUTC();
  private final ShelfEndpoint shelf = new ShelfEndpoint();
  private final LocalContext server = new LocalContext().with("pacs", shelf);
  private final CollectedEvents events = new CollectedEvents();
  private Optional<String> position = Optional.empty();

  @AfterEach
  void close() {
    server.close();
  }

  private Poll poll(String filter, boolean times, boolean changes, ZoneId zone) {
    PollSettings settings =
        new PollSettings(
            "pacs",
            Query.parse(DicomLevel.STUDY, filter),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ZERO,
            Duration.ofDays(7),
            times,
            changes,
            zone);
    return new Poll(settings, server, Clock.fixed(now.get(), ZoneOffset.UTC));
  }

  private void look() throws Exception {
    look("", true, false);
  }

  private void look(String filter, boolean times, boolean changes) throws Exception {
    position = poll(filter, times, changes, ZoneOffset.UTC).look(position, events);
  }

  private DataSet study(String uid, String date, String time) {
    DataSet study =
        new DataSet()
            .set(Tag.StudyInstanceUID, uid)
            .set(Tag.StudyDate, date)
            .set(Tag.StudyTime, time)
            .set(Tag.ModalitiesInStudy, "CT");
    shelf.studies.add(study);
    return study;
  }

  private List<String> told() {
    return events.references().stream().map(it -> it.studyUid().orElseThrow()).toList();
  }

  private void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  @Test
  void tellsTheStudiesOfTheWindowInTheirOrder() throws Exception {
    study("1.2.3", "20260504", "115900");
    study("1.2.2", "20260504", "115500");
    study("1.2.1", "20260504", "114900");

    look();
    assertThat(told()).containsExactly("1.2.2", "1.2.3");
    DixelEvent first = events.events().get(0);
    assertThat(first.kind()).isEqualTo(Kind.ADDED);
    assertThat(first.id()).isEqualTo("study 1.2.2");
    assertThat(first.time()).isEqualTo(Instant.parse("2026-05-04T11:55:00Z"));
    assertThat(first.tags().string(Tag.ModalitiesInStudy)).contains("CT");
    assertThat(events.position().orElseThrow()).startsWith(NOON.toString());
  }

  @Test
  void tellsNothingTwice() throws Exception {
    study("1.2.3", "20260504", "115900");
    look();
    pass(Duration.ofMinutes(3));
    study("1.2.4", "20260504", "120100");
    look();

    assertThat(told()).containsExactly("1.2.3", "1.2.4");
  }

  @Test
  void findsWhatCameLate() throws Exception {
    look();
    pass(Duration.ofMinutes(3));
    study("1.2.3", "20260504", "115300");
    look();

    assertThat(told()).containsExactly("1.2.3");
  }

  @Test
  void reachesBackToThePositionAfterAnOutage() throws Exception {
    look();
    shelf.away = true;
    assertThatThrownBy(this::look)
        .isInstanceOf(ObserverException.class)
        .hasMessage("the shelf is away");
    pass(Duration.ofDays(2));
    study("1.2.1", "20260504", "115100");
    study("1.2.2", "20260505", "030000");
    study("1.2.3", "20260506", "115900");
    study("1.2.4", "20260504", "114900");
    shelf.away = false;
    shelf.asked.clear();
    look();

    assertThat(told()).containsExactly("1.2.1", "1.2.2", "1.2.3");
    assertThat(shelf.asked.stream().map(query -> query.key(Tag.StudyDate).orElseThrow()))
        .containsExactly("20260504", "20260505", "20260506");
    assertThat(shelf.asked.stream().map(query -> query.key(Tag.StudyTime).orElseThrow()))
        .containsExactly("115000-", "", "-120000");
    assertThat(events.position().orElseThrow())
        .startsWith(NOON.plus(Duration.ofDays(2)).toString());
  }

  @Test
  void tellsAgainWhatWasNotTaken() throws Exception {
    study("1.2.3", "20260504", "115900");
    events.refuse(true);
    assertThatThrownBy(this::look).isInstanceOf(EventsNotTakenException.class);
    events.refuse(false);
    look();

    assertThat(told()).containsExactly("1.2.3");
  }

  @Test
  void tellsManyInBatches() throws Exception {
    IntStream.range(0, 2500).forEach(number -> study("1.2." + number, "20260504", "115900"));
    look();

    assertThat(told()).hasSize(2500).doesNotHaveDuplicates();
  }

  @Test
  void asksForWhatTheFilterSays() throws Exception {
    study("1.2.3", "20260504", "115900");
    study("1.2.4", "20260504", "115900").set(Tag.ModalitiesInStudy, "MR");
    look("ModalitiesInStudy=MR", true, false);

    assertThat(told()).containsExactly("1.2.4");
  }

  @Test
  void asksForWholeDaysWhereTimesAreNotMatched() throws Exception {
    study("1.2.3", "20260504", "");
    look("", false, false);

    assertThat(told()).containsExactly("1.2.3");
    assertThat(shelf.asked.get(0).key(Tag.StudyTime)).contains("");
  }

  @Test
  void takesTheTimeZoneOfThePacs() throws Exception {
    study("1.2.3", "20260504", "135900");
    position = poll("", true, false, ZoneId.of("Europe/Berlin")).look(Optional.empty(), events);

    assertThat(told()).containsExactly("1.2.3");
    assertThat(events.events().get(0).time()).isEqualTo(Instant.parse("2026-05-04T11:59:00Z"));
  }

  @Test
  void tellsOfGrowthWhenAsked() throws Exception {
    DataSet study = study("1.2.3", "20260504", "115900");
    study.set(Tag.NumberOfStudyRelatedInstances, "10");
    look("", true, true);
    look("", true, true);
    study.set(Tag.NumberOfStudyRelatedInstances, "12");
    look("", true, true);
    look("", true, true);

    assertThat(events.events())
        .extracting(DixelEvent::kind)
        .containsExactly(Kind.ADDED, Kind.CHANGED);
    assertThat(events.events())
        .extracting(DixelEvent::id)
        .containsExactly("study 1.2.3", "study 1.2.3 of 12");
  }

  @Test
  void eachObservationIsToldAll() throws Exception {
    study("1.2.3", "20260504", "115900");
    look();
    CollectedEvents others = new CollectedEvents();
    poll("", true, false, ZoneOffset.UTC).look(Optional.empty(), others);

    assertThat(others.events()).extracting(DixelEvent::id).containsExactly("study 1.2.3");
  }

  @Test
  void anOlderPositionIsToldAgainUnderTheSameIds() throws Exception {
    look();
    Optional<String> before = position;
    study("1.2.3", "20260504", "115900");
    look();
    CollectedEvents again = new CollectedEvents();
    poll("", true, false, ZoneOffset.UTC).look(before, again);

    assertThat(again.events()).extracting(DixelEvent::id).containsExactly("study 1.2.3");
  }

  @Test
  void waitsForItsEndpoint() throws Exception {
    LocalContext nothing = new LocalContext();
    PollSettings settings =
        new PollSettings(
            "pacs",
            Query.of(DicomLevel.STUDY).build(),
            Duration.ofMillis(5),
            Duration.ofMinutes(10),
            Duration.ZERO,
            Duration.ofDays(1),
            true,
            false,
            ZoneOffset.UTC);
    PollObserver observer =
        new PollObserver("test", settings, () -> new Poll(settings, nothing, clock));
    assertThatThrownBy(observer::check).hasMessage("endpoint 'pacs' is not running");
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await().until(() -> !events.troubles().isEmpty());
      nothing.with("pacs", shelf);
      await().until(() -> events.position().isPresent());
    }
    assertThat(events.troubles()).contains("endpoint 'pacs' is not running");
    assertThat(observer.check()).contains("the shelf is there");
    nothing.close();
  }
}
