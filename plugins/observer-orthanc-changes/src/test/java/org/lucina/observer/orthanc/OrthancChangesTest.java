package org.lucina.observer.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.endpoint.orthanc.OrthancProvider;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** What changes in a real Orthanc is told once, in order, and from where it was left. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OrthancChangesTest {
  @TempDir private Path temp;
  private final SyntheticObjects objects = new SyntheticObjects(5);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject third = objects.small(2, 2, 2, 1);
  private final CollectedEvents events = new CollectedEvents();
  private final LocalContext context = new LocalContext();
  private OrthancServer server;
  private Endpoint orthanc;

  @BeforeEach
  void start() throws Exception {
    server = OrthancServer.orSkip(temp).start();
    OrthancProvider provider = new OrthancProvider();
    orthanc = provider.create("o", provider.configSpec().check(access()), context);
    context.with("o", orthanc);
  }

  @AfterEach
  void stop() throws IOException {
    context.close();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void tellsWhatComesAndBecomesStableInOrder() throws Exception {
    Observer observer = observer();
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      begun();
      put(first);
      put(second);
      await().until(() -> count(Kind.STABLE) == 2);
    }

    List<DixelEvent> told = events.events();
    assertThat(told.stream().filter(event -> event.kind() == Kind.ADDED))
        .extracting(event -> event.reference().level())
        .containsExactlyInAnyOrder(
            DicomLevel.INSTANCE, DicomLevel.SERIES, DicomLevel.STUDY, DicomLevel.INSTANCE);
    assertThat(told).extracting(DixelEvent::id).doesNotHaveDuplicates();
    DixelEvent instance = told.get(0);
    assertThat(instance.reference().instanceUid()).contains(first.sopInstance());
    assertThat(instance.reference().studyUid()).contains(first.study());
    assertThat(instance.tags().string(Tag.PatientName))
        .isEqualTo(first.dataSet().string(Tag.PatientName));
    assertThat(instance.tags().string(Tag.Modality)).contains("OT");
    assertThat(observer.kinds()).containsExactlyInAnyOrder(Kind.ADDED, Kind.STABLE);
    for (DixelEvent event : told) {
      Reference key =
          Reference.key(event.reference().level(), event.reference().key().orElseThrow());
      assertThat(orthanc.get(key, Set.of(View.TAGS)).tags().string(Tag.StudyInstanceUID))
          .contains(first.study());
    }
  }

  @Test
  void asksAnEndpointInstead() throws Exception {
    Map<String, String> byEndpoint = Map.of("endpoint", "o", "changes", "NewStudy");
    Observer observer = observer(byEndpoint);
    assertThat(observer.check()).contains("endpoint 'o' has told of changes up to number 0");
    try (AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      begun();
      put(first);
      await().until(() -> events.events().size() == 1);
    }

    assertThat(events.references().get(0).studyUid()).contains(first.study());
  }

  @Test
  void beginsAtTheStartOrNow() throws Exception {
    put(first);
    Observer all = observer("begin", "start", "limit", "1", "changes", "NewInstance");
    try (AutoCloseable observation = all.observe(Optional.empty(), events)) {
      await().until(() -> events.events().size() == 1);
    }
    CollectedEvents later = new CollectedEvents();
    try (AutoCloseable observation =
        observer("changes", "NewInstance").observe(Optional.empty(), later)) {
      await().until(() -> later.position().isPresent());
      put(third);
      await().until(() -> later.events().size() == 1);
    }

    assertThat(later.references().get(0).studyUid()).contains(third.study());
  }

  @Test
  void goesOnWhereItWasLeft() throws Exception {
    try (AutoCloseable observation = instances().observe(Optional.empty(), events)) {
      begun();
      put(first);
      await().until(() -> events.events().size() == 1);
    }
    put(second);
    put(third);
    try (AutoCloseable observation = instances().observe(events.position(), events)) {
      await().until(() -> events.events().size() == 3);
    }

    assertThat(events.references())
        .extracting(reference -> reference.instanceUid().orElseThrow())
        .containsExactly(first.sopInstance(), second.sopInstance(), third.sopInstance());
  }

  @Test
  void waitsForAnOrthancThatIsAway() throws Exception {
    try (AutoCloseable observation = instances().observe(Optional.empty(), events)) {
      begun();
      server.stop();
      await().until(() -> !events.troubles().isEmpty());
      server.start();
      put(first);
      await().until(() -> events.events().size() == 1);
    }

    assertThat(events.troubles().get(0)).contains("cannot be reached");
  }

  @Test
  void repeatsWhatWasNotTaken() throws Exception {
    try (AutoCloseable observation = instances().observe(Optional.empty(), events)) {
      begun();
      events.refuse(true);
      put(first);
      await().until(() -> !events.troubles().isEmpty());
      events.refuse(false);
      await().until(() -> events.events().size() == 1);
    }

    assertThat(events.troubles().get(0)).contains("not taken");
  }

  @Test
  void beginsAnewWhenTheDatabaseIsAnother() throws Exception {
    try (AutoCloseable observation = instances().observe(Optional.empty(), events)) {
      begun();
      put(first);
      put(second);
      await().until(() -> events.events().size() == 2);
      renew();
      put(third);
      await().until(() -> events.events().size() == 3);
    }

    assertThat(events.references().get(2).instanceUid()).contains(third.sopInstance());
  }

  @Test
  void noticesAnotherDatabaseThatHasGrownPastThePosition() throws Exception {
    try (AutoCloseable observation = instances().observe(Optional.empty(), events)) {
      begun();
      put(third);
      await().until(() -> events.events().size() == 1);
    }
    renew();
    put(first);
    put(second);
    try (AutoCloseable observation = instances().observe(events.position(), events)) {
      await().until(() -> events.events().size() == 3);
    }

    assertThat(events.references())
        .extracting(reference -> reference.instanceUid().orElseThrow())
        .containsExactly(third.sopInstance(), first.sopInstance(), second.sopInstance());
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatCannotBeObserved() {
    assertThatThrownBy(() -> observer("changes", "NewStudy,Nonsense"))
        .hasMessageContaining("'Nonsense' is no change");
    assertThatThrownBy(() -> observer(Map.of())).hasMessageContaining("either endpoint or url");
    assertThatThrownBy(() -> observer("password", "wrong").check()).hasMessageContaining("401");
    assertThatThrownBy(() -> observer(Map.of("endpoint", "none")).check())
        .hasMessageContaining("endpoint 'none' is not running");
  }

  private Observer instances() throws Exception {
    return observer("changes", "NewInstance");
  }

  private void begun() {
    await().until(() -> events.position().isPresent());
  }

  private long count(Kind kind) {
    return events.events().stream().filter(event -> event.kind() == kind).count();
  }

  /** Throws the database away while Orthanc is off. */
  private void renew() throws IOException {
    server.stop();
    try (Stream<Path> files = Files.walk(temp.resolve("storage"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    server.start();
  }

  private Reference put(SyntheticObject object) throws Exception {
    byte[] file = object.file();
    Reference reference = Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow();
    return orthanc.put(
        Dixel.of(reference)
            .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
            .build());
  }

  private Map<String, String> access() {
    return new HashMap<>(
        Map.of(
            "url", server.url(),
            "user", OrthancServer.USER,
            "password", OrthancServer.PASSWORD));
  }

  private Observer observer(String... more) throws Exception {
    Map<String, String> properties = access();
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    return observer(properties);
  }

  private Observer observer(Map<String, String> given) throws Exception {
    Map<String, String> properties = new HashMap<>(given);
    properties.put("period", "PT0.1S");
    OrthancChangesProvider provider = new OrthancChangesProvider();
    return provider.create("test", provider.configSpec().check(properties), context);
  }
}
