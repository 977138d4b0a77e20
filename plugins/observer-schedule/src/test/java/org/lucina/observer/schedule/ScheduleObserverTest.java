package org.lucina.observer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lucina.dicom.Tag;
import org.lucina.endpoint.mock.MockEndpointProvider;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** Runs come when they are due, with what a query finds then. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScheduleObserverTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
  private static final ZonedDateTime MONDAY = ZonedDateTime.of(2020, 5, 4, 12, 0, 0, 0, ZONE);
  private static final String YESTERDAY = "StudyDate={today-1}&Modality=CR";

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY.toInstant());
  private final LocalContext server = new LocalContext();
  private final CollectedEvents events = new CollectedEvents();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void tellsOneEventEachTime() throws Exception {
    Observer observer = observer(new EverySchedule(Duration.ofMinutes(10)), one());
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await().until(() -> events.position().isPresent());
      assertThat(events.events()).isEmpty();
      pass(Duration.ofMinutes(10));
      await().until(() -> events.events().size() == 1);
      pass(Duration.ofMinutes(10));
      await().until(() -> events.events().size() == 2);
    }

    assertThat(events.events())
        .extracting(DixelEvent::time)
        .containsExactly(MONDAY.plusMinutes(10).toInstant(), MONDAY.plusMinutes(20).toInstant());
    assertThat(events.events().get(0).kind()).isEqualTo(DixelEvent.Kind.DUE);
    assertThat(events.references().get(0).key()).hasValue("nightly");
    assertThat(observer.check()).contains("due at 2020-05-04T12:30");
  }

  @Test
  void makesUpOnceForWhatWasMissed() throws Exception {
    Observer observer = observer(new CronSchedule("30 20 * * MON-FRI", ZONE), one());
    Optional<String> before = Optional.of(MONDAY.toInstant().toString());
    pass(Duration.ofDays(6)); // Sunday noon
    try (AutoCloseable observation = observer.observe(before, events)) {
      await().until(() -> events.events().size() == 1);
      Thread.sleep(100);
    }

    assertThat(events.events())
        .extracting(DixelEvent::time)
        .containsExactly(ZonedDateTime.of(2020, 5, 8, 20, 30, 0, 0, ZONE).toInstant());
  }

  @Test
  void tellsWhatAQueryFinds() throws Exception {
    Endpoint mock = mock();
    server.with("mock", mock);
    Observer observer = observer(new CronSchedule("0 2 * * *", ZONE), query(YESTERDAY));
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await().until(() -> events.position().isPresent());
      pass(Duration.ofHours(15)); // Tuesday
      await().until(() -> events.position().equals(Optional.of("2020-05-05T00:00:00Z")));
    }

    List<Reference> expected = new ArrayList<>();
    mock.find(
        Query.parse(DicomLevel.STUDY, "StudyDate=20200504&Modality=CR"),
        found -> expected.add(found.reference()));
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(events.references()).isEqualTo(expected);
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
    assertThat(events.events())
        .allSatisfy(event -> assertThat(event.tags().string(Tag.Modality)).hasValue("CR"));
  }

  @Test
  void waitsForAnEndpointThatIsAway() throws Exception {
    Observer observer = observer(new EverySchedule(Duration.ofHours(24)), query(YESTERDAY));
    assertThatThrownBy(observer::check).hasMessage("endpoint 'mock' is not running");
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await().until(() -> events.position().isPresent());
      pass(Duration.ofHours(25));
      await().until(() -> !events.troubles().isEmpty());
      server.with("mock", mock());
      Thread.sleep(100);
      assertThat(events.events()).isEmpty();
      pass(Duration.ofMinutes(1)); // it is tried again after that
      await().until(() -> !events.events().isEmpty());
    }
    assertThat(events.troubles()).containsOnly("endpoint 'mock' is not running");
  }

  @Test
  void aRunThatIsBrokenOffIsToldAgainWithTheSameIds() throws Exception {
    server.with("mock", mock());
    Observer observer = observer(new EverySchedule(Duration.ofHours(24)), query(YESTERDAY));
    Optional<String> before = Optional.of(MONDAY.minusHours(25).toInstant().toString());
    events.refuse(true);
    try (AutoCloseable observation = observer.observe(before, events)) {
      await().until(() -> !events.troubles().isEmpty());
    }
    events.refuse(false);
    try (AutoCloseable observation = observer.observe(before, events)) {
      await().until(() -> events.position().filter(it -> !it.equals(before.get())).isPresent());
    }
    CollectedEvents again = new CollectedEvents();
    try (AutoCloseable observation = observer.observe(before, again)) {
      await().until(() -> again.position().equals(events.position()));
    }

    assertThat(events.events()).isNotEmpty();
    assertThat(again.events().stream().map(DixelEvent::id))
        .containsExactlyElementsOf(events.events().stream().map(DixelEvent::id).toList());
  }

  @Test
  void refusesWhatMakesNoSchedule() {
    assertRefused("give one of", Map.of());
    assertRefused("give one of", Map.of("every", "PT1H", "at", "20:00"));
    assertRefused("PT1S or more", Map.of("every", "PT0S"));
    assertRefused("a time as 20:30", Map.of("at", "8 o'clock"));
    assertRefused("makes no schedule", Map.of("at", "20:30", "on", "FRIDAYS"));
    assertRefused("makes no schedule", Map.of("cron", "61 * * * *"));
    assertRefused("never comes", Map.of("cron", "0 0 30 2 *"));
    assertRefused("no such time zone", Map.of("at", "20:30", "zone", "Mars"));
    assertRefused("needs an 'endpoint'", Map.of("at", "20:30", "query", "Modality=CT"));
    assertRefused(
        "in braces", Map.of("at", "20:30", "endpoint", "e", "query", "StudyDate={tomorrow}"));
    assertRefused("no attribute", Map.of("at", "20:30", "endpoint", "e", "query", "Nonsense=1"));
  }

  @Test
  void takesDaysAndTimesOfTheWeek() throws Exception {
    Map<String, String> properties = new HashMap<>(Map.of("at", "20:30", "on", "MON,THU"));
    properties.put("zone", "UTC");
    ScheduleObserverProvider provider = new ScheduleObserverProvider();
    Observer observer = provider.create("test", provider.configSpec().check(properties), server);

    assertThat(observer.check()).matches("the next run is due at .*T20:30Z\\[UTC]");
  }

  private void assertRefused(String word, Map<String, String> properties) {
    ScheduleObserverProvider provider = new ScheduleObserverProvider();
    assertThatThrownBy(
            () -> provider.create("test", provider.configSpec().check(properties), server))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(word);
  }

  private Observer observer(Schedule schedule, Work work) {
    InstantSource time = now::get;
    Clock clock = time.withZone(ZONE);
    return new ScheduleObserver(
        "nightly", schedule, work, Duration.ofMillis(10), Duration.ofSeconds(30), clock);
  }

  private static Work one() {
    return new OneEvent("nightly", DicomLevel.STUDY);
  }

  private Work query(String text) {
    return new EventOfEachResult(server, "mock", new QueryTemplate(DicomLevel.STUDY, text));
  }

  private static Endpoint mock() throws Exception {
    MockEndpointProvider provider = new MockEndpointProvider();
    String sites = "[{services: [{modality: CR, devices: 4, studies_per_hour: 30}]}]";
    return provider.create(
        "mock", provider.configSpec().check(Map.of("sites", sites)), new LocalContext());
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
