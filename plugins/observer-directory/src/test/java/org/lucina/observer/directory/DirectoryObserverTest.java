package org.lucina.observer.directory;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.endpoint.dcmdir.DcmDirProvider;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** Files come into a folder in all the ways in which they do. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DirectoryObserverTest {
  private static final Duration LONG_ENOUGH = Duration.ofMillis(900);

  private final SyntheticObjects objects = new SyntheticObjects(11);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject third = objects.small(2, 1, 1, 1);
  private final CollectedEvents events = new CollectedEvents();

  @TempDir private Path temp;
  private Path folder;
  private Observer observer;
  private AutoCloseable observation;

  @BeforeEach
  void prepare() throws Exception {
    folder = Files.createDirectories(temp.resolve("inbox"));
  }

  @AfterEach
  void close() throws Exception {
    stop();
  }

  @Test
  void tellsAFileThatIsRenamedWhenItIsWhole() throws Exception {
    start(false);
    Path part = folder.resolve("IM1.part");
    Files.write(part, first.file());
    rest();
    assertThat(events.events()).isEmpty();

    Files.move(part, folder.resolve("IM1"));

    awaitEvents(1);
    DixelEvent event = events.events().get(0);
    assertThat(event.kind()).isEqualTo(Kind.ADDED);
    assertThat(event.reference().instanceUid()).hasValue(first.sopInstance());
    assertThat(event.reference().key()).hasValue("IM1");
    assertThat(event.tags().string(Tag.StudyInstanceUID)).hasValue(first.study());
    assertThat(event.tags().contains(Tag.PixelData)).isFalse();
  }

  @Test
  void waitsForAFileThatGrows() throws Exception {
    start(false);
    byte[] bytes = first.file();
    Path file = folder.resolve("IM1");
    for (int part = 0; part < 8; part++) {
      int from = bytes.length * part / 8;
      Files.write(
          file, Arrays.copyOfRange(bytes, from, bytes.length * (part + 1) / 8), CREATE, APPEND);
      Thread.sleep(100);
      assertThat(events.events()).isEmpty();
    }

    awaitEvents(1);
    rest();
    assertThat(events.events()).hasSize(1);
  }

  @Test
  void followsFoldersThatAreMadeAndMovedIn() throws Exception {
    start(false);
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Files.write(deep.resolve("IM1"), first.file());
    Path outside = Files.createDirectories(temp.resolve("outside/x"));
    Files.write(outside.resolve("IM2"), second.file());
    Files.move(outside.getParent(), folder.resolve("moved"));
    awaitEvents(2);

    Files.write(folder.resolve("moved/x/IM3"), third.file());

    awaitEvents(3);
    assertThat(keys()).containsExactlyInAnyOrder("a/b/c/IM1", "moved/x/IM2", "moved/x/IM3");
  }

  @Test
  void leavesOutExistingFilesUnlessAsked() throws Exception {
    Files.write(folder.resolve("IM1"), first.file());
    start(false);
    Files.write(folder.resolve("IM2"), second.file());
    awaitEvents(1);
    assertThat(keys()).containsExactly("IM2");
  }

  @Test
  void tellsExistingFilesWhenAsked() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.write(folder.resolve("IM1"), first.file());
    Files.write(folder.resolve("sub/IM2"), second.file());
    start(true);

    awaitEvents(2);
    assertThat(keys()).containsExactlyInAnyOrder("IM1", "sub/IM2");
  }

  @Test
  void tellsAfterARestartWhatCameMeanwhileAndNothingElse() throws Exception {
    Files.write(folder.resolve("old"), third.file());
    start(false);
    Files.write(folder.resolve("IM1"), first.file());
    awaitEvents(1);
    stop();
    Files.write(folder.resolve("IM2"), second.file());

    start(false, events.position());

    awaitEvents(2);
    rest();
    assertThat(keys()).containsExactly("IM1", "IM2");
  }

  @Test
  void repeatsWhatWasNotTakenBeforeARestart() throws Exception {
    start(false);
    awaitPosition();
    events.refuse(true);
    Files.write(folder.resolve("IM1"), first.file());
    await().until(() -> !events.troubles().isEmpty());
    stop();
    events.refuse(false);

    start(false, events.position());

    awaitEvents(1);
  }

  @Test
  void anotherObservationBeginsWhereItWants() throws Exception {
    start(false);
    awaitPosition();
    Optional<String> begin = events.position();
    Files.write(folder.resolve("IM1"), first.file());
    awaitEvents(1);

    CollectedEvents again = new CollectedEvents();
    try (AutoCloseable second = observer.observe(begin, again)) {
      await().until(() -> again.events().size() == 1);
    }
    assertThat(again.events().get(0).id()).isEqualTo(events.events().get(0).id());
  }

  @Test
  void tellsChangesAndWhatBecomesAnObjectLater() throws Exception {
    start(false);
    Path file = Files.writeString(folder.resolve("IM1"), "no object");
    rest();
    Files.write(file, first.file());
    awaitEvents(1);
    Files.write(temp.resolve("new"), second.file());
    Files.move(temp.resolve("new"), file, StandardCopyOption.REPLACE_EXISTING);
    awaitEvents(2);
    Files.delete(file);
    rest();
    Files.write(file, third.file());
    awaitEvents(3);

    assertThat(events.events())
        .extracting(DixelEvent::kind)
        .containsExactly(Kind.ADDED, Kind.CHANGED, Kind.ADDED);
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void waitsForAFolderThatGoesAndComesAgain() throws Exception {
    start(false);
    awaitPosition();
    Files.delete(folder);
    await().until(() -> !events.troubles().isEmpty());
    assertThat(events.troubles()).containsExactly("folder " + folder + " is not there");
    assertThatThrownBy(() -> observer.check()).isInstanceOf(ObserverException.class);

    Files.createDirectories(folder);
    Files.write(folder.resolve("IM1"), first.file());

    await().atMost(Duration.ofSeconds(20)).until(() -> events.events().size() == 1);
    assertThat(observer.check()).contains("1 files are known");
  }

  @Test
  void tellsWhatWasNotTakenBeforeTheFolderWentWhenItComesAgain() throws Exception {
    start(false);
    events.refuse(true);
    Files.write(folder.resolve("IM1"), first.file());
    await().until(() -> observer.check().contains("1 files are known"));
    Path away = temp.resolve("away");
    Files.move(folder, away);
    await().until(() -> events.troubles().contains("folder " + folder + " is not there"));
    events.refuse(false);
    rest();
    rest();
    assertThat(events.events()).isEmpty();

    Files.move(away, folder);
    awaitEvents(1);
    assertThat(keys()).containsExactly("IM1");
  }

  @Test
  void tellsEachObjectInAZipArchive() throws Exception {
    start(false);
    Path zip = temp.resolve("studies.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("README"));
      out.write(new byte[500]);
      for (int i = 1; i <= 450; i++) {
        out.putNextEntry(new ZipEntry("a/IM" + i));
        out.write(objects.small(1, 1, 1, i).file());
      }
    }
    Files.move(zip, folder.resolve("studies.zip"));
    awaitEvents(450);

    assertThat(keys()).startsWith("studies.zip!/a/IM1", "studies.zip!/a/IM2");
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
    DcmDirProvider provider = new DcmDirProvider();
    Map<String, String> properties = Map.of("path", folder.toString(), "archives", "read");
    try (LocalContext server = new LocalContext();
        Endpoint endpoint =
            provider.create("dir", provider.configSpec().check(properties), server)) {
      assertThat(endpoint.exists(events.references().get(449))).isTrue();
    }
  }

  @Test
  void passesOverAnArchiveThatIsDamaged() throws Exception {
    start(false);
    Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 9, 9});
    Files.write(folder.resolve("IM1"), first.file());

    awaitEvents(1);
    assertThat(keys()).containsExactly("IM1");
  }

  @Test
  void aDirectoryEndpointHasWhatIsTold() throws Exception {
    start(false);
    Files.createDirectories(folder.resolve("sub"));
    Files.write(folder.resolve("sub/IM1"), first.file());
    awaitEvents(1);
    DcmDirProvider provider = new DcmDirProvider();
    Map<String, String> properties = Map.of("path", folder.toString());
    try (LocalContext server = new LocalContext();
        Endpoint endpoint =
            provider.create("dir", provider.configSpec().check(properties), server)) {
      byte[] file =
          endpoint
              .get(events.references().get(0), Set.of(View.FILE))
              .file()
              .orElseThrow()
              .open()
              .readAllBytes();
      assertThat(file).isEqualTo(first.file());
    }
  }

  @Test
  void refusesPropertiesThatCannotWork() {
    assertRefused(Map.of("path", "relative"), "not absolute");
    assertRefused(Map.of("path", "/tmp", "quiet", "PT-1S"), "quiet");
    assertRefused(Map.of("path", "/tmp", "ignore", "[a"), "ignore");
    assertRefused(Map.of("path", "/tmp", "rescan", "PT0S"), "rescan");
  }

  private void assertRefused(Map<String, String> properties, String word) {
    DirectoryObserverProvider provider = new DirectoryObserverProvider();
    assertThatThrownBy(
            () ->
                provider.create(
                    "test", provider.configSpec().check(properties), new LocalContext()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(word);
  }

  private void start(boolean existing) throws Exception {
    start(existing, Optional.empty());
    if (!existing) {
      awaitPosition();
    }
  }

  private void start(boolean existing, Optional<String> position) throws Exception {
    DirectoryObserverProvider provider = new DirectoryObserverProvider();
    Map<String, String> properties =
        Map.of(
            "path", folder.toString(), "quiet", "PT0.3S", "existing", Boolean.toString(existing));
    observer =
        provider.create(
            "test",
            provider.configSpec().check(properties),
            new LocalContext().folder(temp.resolve("state")));
    observation = observer.observe(position, events);
  }

  private void stop() throws Exception {
    if (observation != null) {
      observation.close();
      observer.close();
    }
  }

  /** The position from which it begins is told once all that is there is known. */
  private void awaitPosition() {
    await().until(() -> events.position().isPresent());
  }

  private void awaitEvents(int number) {
    await().atMost(Duration.ofSeconds(30)).until(() -> events.events().size() >= number);
    assertThat(events.events()).hasSize(number);
  }

  private static void rest() throws InterruptedException {
    Thread.sleep(LONG_ENOUGH.toMillis());
  }

  private List<String> keys() {
    return events.references().stream().map(it -> it.key().orElseThrow()).toList();
  }
}
