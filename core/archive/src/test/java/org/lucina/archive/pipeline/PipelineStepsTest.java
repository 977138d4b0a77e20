package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.TestDatabase;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.StepType;

/** What each step of a pipeline does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineStepsTest {
  private TestDatabase database;
  private EmbeddedBroker broker;
  private PipelineFixture fixture;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    database = TestDatabase.h2();
    broker = new EmbeddedBroker(folder);
  }

  @BeforeEach
  void prepare() {
    fixture = new PipelineFixture(broker, database.database());
  }

  @AfterEach
  void forget() {
    fixture.close();
  }

  @AfterAll
  void stop() throws Exception {
    broker.close();
    database.close();
  }

  @Test
  void aFilterDecidesByWhatTheEventTells() throws Exception {
    fixture.step(StepType.FILTER, Map.of("query", "Modality=XA")).put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    awaitDropped(1);
    assertThat(fixture.source.gets()).isEmpty();
  }

  @Test
  void aFilterAsksTheSourceForWhatTheEventDoesNotTell() throws Exception {
    DixelEvent event = fixture.added(1, 1);
    DataSet tags = fixture.source.get(event.reference(), Set.of(View.TAGS)).tags();
    fixture
        .step(
            StepType.FILTER,
            Map.of("query", "PatientID=" + tags.string(Tag.PatientID).orElseThrow()))
        .put()
        .run();
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    assertThat(fixture.source.gets().get(1)).containsExactly(View.TAGS);
  }

  @Test
  void aFilterLooksAtKindsLevelsAndExpressions() throws Exception {
    fixture
        .step(
            StepType.FILTER,
            Map.of(
                "kinds", "added, stable",
                "levels", "instance",
                "attribute", "Modality",
                "regex", "^(CT|MR|OT|SC)$"))
        .step(StepType.FILTER, Map.of("attribute", "Modality", "regex", "^Q", "negate", "true"))
        .put()
        .run();
    DixelEvent event = fixture.added(1, 1);
    DixelEvent changed =
        new DixelEvent("c", DixelEvent.Kind.CHANGED, event.reference(), Instant.now());
    fixture.observer.tell("1", event, changed);
    fixture.awaitProcessed(1);
    awaitDropped(1);
  }

  @Test
  void coercionChangesAttributesAndFile() throws Exception {
    fixture
        .step(StepType.COERCE, Map.of("rules", "set PatientID=other\nremove StudyDescription"))
        .put()
        .run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    Dixel put = fixture.destination.puts.get(0);
    assertThat(put.tags().string(Tag.PatientID)).contains("other");
    assertThat(put.reference().patientId()).contains("other");
    DataSet file = read(fixture.destination.contents.get(0));
    assertThat(file.string(Tag.PatientID)).contains("other");
    assertThat(file.contains(Tag.StudyDescription)).isFalse();
    assertThat(file.contains(Tag.PixelData)).isTrue();
  }

  @Test
  void coercionReachesTheInstancesOfAStudy() throws Exception {
    fixture.step(StepType.COERCE, Map.of("rules", "set PatientID=other")).put().run();
    fixture.observer.tell("1", studyOfTwo());
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.contents).hasSize(2);
    for (byte[] file : fixture.destination.contents) {
      assertThat(read(file).string(Tag.PatientID)).contains("other");
    }
  }

  @Test
  void anAnonymizerMakesWhatGoesOn() throws Exception {
    fixture.anonymizer = Optional.of(anonymizer());
    fixture.step(StepType.ANONYMIZE, Map.of()).put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    Dixel put = fixture.destination.puts.get(0);
    assertThat(put.reference().studyUid()).contains("9.9");
    assertThat(put.metadata()).containsEntry(Anonymized.MARK, "true");
    assertThat(read(fixture.destination.contents.get(0)).string(Tag.PatientID)).contains("anon");
  }

  @Test
  void whatWasAnonymizedIsReportedOnceAndWhoIsWhoWhereAsked(@TempDir Path keys) throws Exception {
    fixture.anonymizer = Optional.of(anonymizer());
    Path key = keys.resolve("key.csv");
    fixture.step(StepType.ANONYMIZE, Map.of("key-file", key.toString())).put().run();
    DixelEvent event = fixture.added(1, 1);
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    try (Stream<Path> files = Files.list(fixture.reports.resolve("test"))) {
      List<String> lines = Files.readAllLines(files.findFirst().orElseThrow());
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0)).startsWith("{\"name\":\"").contains("\"list\":[");
      assertThat(lines.get(1)).contains("\"instance\":\"");
    }
    List<String> rows = Files.readAllLines(key);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).contains(event.reference().studyUid().orElseThrow()).contains("9.9");
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
  }

  @Test
  void aStepMayWriteNoReportButNeverToARelativePath() throws Exception {
    fixture.anonymizer = Optional.of(anonymizer());
    fixture.step(StepType.ANONYMIZE, Map.of("report", "false")).put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(fixture.reports.resolve("test")).doesNotExist();
    try (PipelineFixture other = new PipelineFixture(broker, database.database())) {
      other.name = "other";
      other.step(StepType.ANONYMIZE, Map.of("report-folder", "here"));
      assertThatThrownBy(other::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not absolute");
    }
  }

  @Test
  void anAnonymizedStudyTellsNothingOfTheOriginal() throws Exception {
    fixture.anonymizer = Optional.of(anonymizer());
    fixture.destination.taking(DicomLevel.STUDY);
    fixture.step(StepType.ANONYMIZE, Map.of()).put().run();
    fixture.observer.tell("1", studyOfTwo());
    fixture.awaitProcessed(1);
    Dixel study = fixture.destination.puts.get(0);
    assertThat(study.level()).isEqualTo(DicomLevel.STUDY);
    assertThat(study.reference().studyUid()).contains("9.9");
    assertThat(study.reference().patientId()).contains("anon");
    assertThat(study.tags().string(Tag.PatientID)).contains("anon");
    assertThat(study.tags().contains(Tag.SOPInstanceUID)).isFalse();
    try (Stream<Dixel> series = study.children()) {
      Dixel first = series.findFirst().orElseThrow();
      assertThat(first.level()).isEqualTo(DicomLevel.SERIES);
      try (Stream<Dixel> instances = first.children()) {
        assertThat(instances.map(each -> each.reference().patientId().orElse("")).distinct())
            .containsExactly("anon");
      }
    }
  }

  @Test
  void whatNeedsAReviewIsInTheFailedListAtOnce() throws Exception {
    fixture.anonymizer =
        Optional.of(
            failing(
                new AnonymizerException(
                    AnonymizerException.Reason.REVIEW, "burned-in text is likely")));
    fixture.step(StepType.ANONYMIZE, Map.of()).put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    await().untilAsserted(() -> assertThat(fixture.pipeline.failed(1)).hasSize(1));
    assertThat(fixture.pipeline.failed(1).get(0).error()).isEqualTo("burned-in text is likely");
    assertThat(fixture.pipeline.failed(FailedEvent.Reason.REVIEW, 1)).hasSize(1);
    assertThat(fixture.pipeline.failed(FailedEvent.Reason.REFUSED, 1)).isEmpty();
    assertThat(fixture.status().retried()).isZero();
    assertThat(fixture.destination.puts).isEmpty();
  }

  @Test
  void indexingGivesAttributesWithoutTheFile() throws Exception {
    fixture.step(StepType.INDEX, Map.of()).run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.puts.get(0).views()).containsExactly(View.TAGS);
  }

  @Test
  void anEventGoesOnWhenNobodyTakesItsNotification() throws Exception {
    fixture.destination.failing(
        dixel -> {
          throw new EndpointException(Reason.REFUSED, "no such mail box");
        });
    fixture.step(StepType.NOTIFY, Map.of()).step(StepType.DELETE, Map.of()).run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(fixture.status().lastError()).contains("step 'notify0': no such mail box");
    assertThat(fixture.source.calls).hasSize(1).first().asString().startsWith("delete");
  }

  @Test
  void aNotificationNamesTheEvent() throws Exception {
    fixture.step(StepType.NOTIFY, Map.of()).run();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.puts.get(0).metadata())
        .containsEntry("EventKind", "ADDED")
        .containsEntry("Pipeline", "test");
  }

  @Test
  void aNotificationOfADeletionTellsNoMoreThanRulesLeave() throws Exception {
    fixture
        .step(StepType.COERCE, Map.of("rules", "set PatientID=other\nremove PatientName"))
        .step(StepType.FILTER, Map.of("query", "PatientID=other"))
        .step(StepType.NOTIFY, Map.of())
        .run();
    DixelEvent event = fixture.added(1, 1);
    DataSet tags = new DataSet().set(Tag.PatientID, "1").set(Tag.PatientName, "Doe^Jane");
    fixture.observer.tell(
        "1", new DixelEvent("d", DixelEvent.Kind.DELETED, event.reference(), Instant.now(), tags));
    fixture.awaitProcessed(1);
    Dixel told = fixture.destination.puts.get(0);
    assertThat(told.tags().string(Tag.PatientID)).contains("other");
    assertThat(told.tags().contains(Tag.PatientName)).isFalse();
    assertThat(told.metadata()).containsEntry("EventKind", "DELETED");
  }

  @Test
  void anErrorOfAPluginEndsNoWorker() throws Exception {
    fixture.concurrency = 1;
    fixture.attempts = 1;
    fixture.destination.failing(
        dixel -> {
          throw new StackOverflowError();
        });
    fixture.put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    await().untilAsserted(() -> assertThat(fixture.status().failed()).isEqualTo(1));
    fixture.destination.failing(dixel -> {});
    fixture.observer.tell("2", fixture.added(1, 2));
    fixture.awaitProcessed(1);
  }

  @Test
  void aMethodIsCalledOnTheDixel() throws Exception {
    fixture.step(StepType.CALL, Map.of("method", "touch")).run();
    DixelEvent event = fixture.added(1, 1);
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.calls).containsExactly("touch " + event.reference());
  }

  @Test
  void whatWasDeletedIsDeletedElsewhereAndNeverPut() throws Exception {
    fixture.step(StepType.DELETE, Optional.of("destination"), Map.of()).put().run();
    DixelEvent event = fixture.added(1, 1);
    fixture.observer.tell(
        "1", new DixelEvent("d", DixelEvent.Kind.DELETED, event.reference(), Instant.now()));
    awaitDropped(1);
    assertThat(fixture.destination.calls).containsExactly("delete " + event.reference());
    assertThat(fixture.destination.puts).isEmpty();
  }

  @Test
  void stepsThatCannotBeAreRefusedByName() {
    fixture.step(StepType.COERCE, Map.of("rules", "set Nothing=1"));
    assertThatThrownBy(fixture::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step 'coerce0'")
        .hasMessageContaining("line 1");
  }

  @Test
  void waitingAfterAChangeIsRefused() {
    fixture.step(StepType.COERCE, Map.of("rules", "set PatientID=1")).step(StepType.WAIT, Map.of());
    assertThatThrownBy(fixture::open).hasMessageContaining("step 'wait1'");
  }

  private DixelEvent studyOfTwo() {
    DixelEvent one = fixture.added(1, 1);
    fixture.added(1, 2);
    return new DixelEvent(
        "study",
        DixelEvent.Kind.STABLE,
        one.reference().at(DicomLevel.STUDY).orElseThrow(),
        one.time());
  }

  private void awaitDropped(long events) {
    await().untilAsserted(() -> assertThat(fixture.status().dropped()).isEqualTo(events));
  }

  private static DataSet read(byte[] file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }

  private static Anonymizer failing(AnonymizerException fault) {
    return new Anonymizer() {
      @Override
      public Anonymized anonymize(Dixel instance) throws AnonymizerException {
        throw fault;
      }

      @Override
      public void close() {}
    };
  }

  /** One that gives every instance to one patient and one study. */
  private static Anonymizer anonymizer() {
    return new Anonymizer() {
      @Override
      public Anonymized anonymize(Dixel instance) throws AnonymizerException {
        try {
          Content original = instance.file().orElseThrow();
          ChangedFile file = ChangedFile.of(original::open, this::change);
          DataSet tags = new DataSet();
          instance.tags().forEach(tags::put);
          change(tags);
          return new Anonymized(
              Dixel.of(Reference.of(DicomLevel.INSTANCE, tags).orElseThrow())
                  .tags(tags)
                  .file(Content.of(file.length(), file::open))
                  .build(),
              List.of());
        } catch (IOException e) {
          throw new AnonymizerException(AnonymizerException.Reason.REFUSED, "unreadable", e);
        }
      }

      private void change(DataSet data) {
        data.set(Tag.PatientID, "anon").set(Tag.StudyInstanceUID, "9.9");
      }

      @Override
      public void close() {}
    };
  }
}
