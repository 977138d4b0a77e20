package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dimse.Endpoints.bytes;
import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.find;
import static org.lucina.endpoint.dimse.Endpoints.identifiers;
import static org.lucina.endpoint.dimse.Endpoints.instances;
import static org.lucina.endpoint.dimse.Endpoints.reference;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** What the endpoint does with a PACS, whoever made that. */
abstract class PacsContract {
  private static final Set<View> FILE = Set.of(View.FILE);

  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject otherSeries = objects.ct(1, 1, 2, 1);
  private final SyntheticObject otherStudy = objects.small(2, 2, 1, 1);

  @TempDir Path folder;
  private int receivePort;
  private Pacs pacs;
  private LocalContext context;
  private Endpoint endpoint;

  /** Starts the PACS with its files in a folder. */
  abstract Pacs start(Path temp, Pacs.Destination... destinations) throws Exception;

  @BeforeEach
  void open() throws Exception {
    receivePort = Tool.freePort();
    pacs = start(folder, new Pacs.Destination("LUCINA", receivePort));
    context = Endpoints.context(pacs.port()).folder(folder.resolve("state"));
    endpoint = Endpoints.open(context);
  }

  @AfterEach
  void close() throws Exception {
    if (pacs != null) {
      endpoint.close();
      context.close();
      pacs.close();
    }
  }

  private Endpoint reopen(String... properties) throws Exception {
    endpoint.close();
    endpoint = Endpoints.open(context, properties);
    return endpoint;
  }

  private Endpoint reopenToMove() throws Exception {
    return reopen("retrieve", "move", "receive-port", "" + receivePort);
  }

  private void putAll() throws Exception {
    endpoint.put(study(List.of(first, second, otherSeries)));
    endpoint.put(dixel(otherStudy));
  }

  @Test
  void answersAndTellsItsServices() throws Exception {
    assertThat(endpoint.check())
        .startsWith("PACS at 127.0.0.1:" + pacs.port() + " answers C-ECHO")
        .contains("C-FIND (study root)", "C-MOVE (study root)", "C-GET (study root)");
    assertThat(endpoint.handle(Optional.empty(), "echo", arguments("echo"))).contains("C-ECHO");
  }

  @Test
  void putsInstancesAndStudies() throws Exception {
    assertThat(endpoint.exists(reference(first))).isFalse();

    Reference put = endpoint.put(dixel(first));
    assertThat(put).isEqualTo(reference(first));
    assertThat(endpoint.put(dixel(first))).isEqualTo(put);
    endpoint.put(study(List.of(first, second, otherSeries)));

    assertThat(endpoint.exists(reference(first))).isTrue();
    assertThat(endpoint.exists(reference(otherSeries))).isTrue();
    assertThat(endpoint.exists(Reference.study(first.study()))).isTrue();
    assertThat(endpoint.exists(Reference.series(first.study(), otherSeries.series()))).isTrue();
    assertThat(endpoint.exists(Reference.patient("PAT000001"))).isTrue();
    assertThat(endpoint.exists(Reference.patient("NOBODY"))).isFalse();
    assertThat(endpoint.exists(Reference.study("1.2.3"))).isFalse();
  }

  @Test
  void findsAtEachLevel() throws Exception {
    putAll();

    assertThat(identifiers(find(endpoint, DicomLevel.PATIENT, "PatientID=PAT*")))
        .containsExactlyInAnyOrder("PAT000001", "PAT000002");
    assertThat(identifiers(find(endpoint, DicomLevel.STUDY, "")))
        .containsExactlyInAnyOrder(first.study(), otherStudy.study());
    assertThat(identifiers(find(endpoint, DicomLevel.SERIES, "StudyInstanceUID=" + first.study())))
        .containsExactlyInAnyOrder(first.series(), otherSeries.series());
    List<Dixel> found =
        find(
            endpoint,
            DicomLevel.INSTANCE,
            "StudyInstanceUID=" + first.study() + "&SeriesInstanceUID=" + first.series());
    assertThat(found.stream().map(Dixel::reference))
        .containsExactlyInAnyOrder(reference(first), reference(second));
  }

  @Test
  void asksTheLevelsAboveForTheirKeys() throws Exception {
    putAll();

    List<Dixel> series =
        find(
            endpoint,
            DicomLevel.SERIES,
            "PatientID=PAT000001&StudyDate=20000101-&Modality=CT&StudyDescription=");
    assertThat(identifiers(series)).containsExactly(otherSeries.series());
    DataSet tags = series.get(0).tags();
    assertThat(tags.string(Tag.PatientID)).contains("PAT000001");
    assertThat(tags.string(Tag.StudyDescription))
        .isEqualTo(first.dataSet().string(Tag.StudyDescription));
    assertThat(tags.string(Tag.Modality)).contains("CT");

    assertThat(identifiers(find(endpoint, DicomLevel.INSTANCE, "PatientID=PAT000001")))
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
  }

  @Test
  void doesNotWalkThroughTheWholeArchive() {
    assertThatThrownBy(() -> find(endpoint, DicomLevel.SERIES, "Modality=CT"))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("level series without a key of the study");
  }

  @Test
  void honoursEachKindOfKey() throws Exception {
    putAll();

    String family = first.dataSet().string(Tag.PatientName).orElseThrow().split("\\^")[0];
    String date = first.dataSet().string(Tag.StudyDate).orElseThrow();
    assertFinds("PatientName=" + family + "*", first.study());
    assertFinds("AccessionNumber=ACC00000?&PatientSex=M", first.study());
    assertFinds("StudyDate=" + date, first.study());
    assertFinds("StudyDate=" + date + "-" + date, first.study());
    assertFinds("StudyDate=-" + date, first.study());
    assertFinds("StudyDate=" + date + "-", first.study(), otherStudy.study());
    assertFinds("StudyDate=*&PatientID=*", first.study(), otherStudy.study());
    assertFinds(
        "StudyInstanceUID=" + first.study() + "\\" + otherStudy.study(),
        first.study(),
        otherStudy.study());
    assertFinds("PatientID=pat000001");
  }

  private void assertFinds(String query, String... studies) throws Exception {
    assertThat(identifiers(find(endpoint, DicomLevel.STUDY, query)))
        .as(query)
        .containsExactlyInAnyOrder(studies);
  }

  @Test
  void cutsLongTimesIntoSpans() throws Exception {
    putAll();
    reopen("span-days", "15");

    String date = first.dataSet().string(Tag.StudyDate).orElseThrow();
    assertFinds("StudyDate=20110101-20111231", first.study());
    assertFinds("StudyDate=" + date + "-" + date, first.study());
    assertFinds("StudyDate=20110101-", first.study(), otherStudy.study());
    Query one = Query.parse(DicomLevel.STUDY, "StudyDate=20110101-").withLimit(1);
    assertThat(identifiers(find(endpoint, one))).containsExactly(first.study());
  }

  @Test
  void endsAtALimit() throws Exception {
    for (int number = 1; number <= 12; number++) {
      endpoint.put(dixel(objects.small(1, 1, 1, number)));
    }
    Query query =
        Query.parse(DicomLevel.INSTANCE, "StudyInstanceUID=" + first.study()).withLimit(3);
    assertThat(find(endpoint, query)).hasSize(3);
    assertThat(endpoint.check()).contains("answers");
  }

  @Test
  void findsNamesThatAreNotAscii() throws Exception {
    SyntheticObject japanese = objects.japanese(3, 3, 1, 1);
    endpoint.put(dixel(japanese));

    List<Dixel> found = find(endpoint, DicomLevel.STUDY, "PatientID=PAT000003");
    assertThat(found.get(0).tags().string(Tag.PatientName).orElseThrow()).startsWith("Yamada");
  }

  @Test
  void getsAStudyWithItsParts() throws Exception {
    putAll();
    assertComes();
  }

  @Test
  void getsAStudyByMove() throws Exception {
    putAll();
    reopenToMove();
    assertComes();
  }

  private void assertComes() throws Exception {
    Dixel study = endpoint.get(Reference.study(first.study()), FILE);

    assertThat(study.tags().string(Tag.StudyInstanceUID)).contains(first.study());
    assertThat(study.reference().patientId()).contains("PAT000001");
    List<Dixel> instances = instances(study);
    assertThat(instances.stream().map(Dixel::reference))
        .extracting(reference -> reference.instanceUid().orElseThrow())
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
    for (Dixel instance : instances) {
      SyntheticObject sent =
          List.of(first, second, otherSeries).stream()
              .filter(
                  each ->
                      instance.reference().instanceUid().orElseThrow().equals(each.sopInstance()))
              .findFirst()
              .orElseThrow();
      assertThat(pixels(instance))
          .isEqualTo(sent.dataSet().bytes(Tag.PixelData).orElseThrow().toArray());
      assertThat(instance.tags().string(Tag.PatientID)).contains("PAT000001");
      assertThat(instance.tags().contains(Tag.PixelData)).isFalse();
    }
  }

  private static byte[] pixels(Dixel instance) throws Exception {
    DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(bytes(instance)), DicomReader.Options.IN_MEMORY);
    return reader.readDataSet().bytes(Tag.PixelData).orElseThrow().toArray();
  }

  @Test
  void receivesInTheSyntaxThatIsAsked() throws Exception {
    putAll();
    String wanted = "ImplicitVRLittleEndian";
    reopen("transfer-syntaxes", wanted);
    assertThat(syntax(endpoint.get(reference(first), FILE))).isEqualTo(UID.ImplicitVRLittleEndian);
    reopen("transfer-syntaxes", wanted, "retrieve", "move", "receive-port", "" + receivePort);
    assertThat(syntax(endpoint.get(reference(first), FILE))).isEqualTo(UID.ImplicitVRLittleEndian);
  }

  private static String syntax(Dixel instance) throws Exception {
    return DicomReader.of(new ByteArrayInputStream(bytes(instance)), DicomReader.Options.IN_MEMORY)
        .fileMeta()
        .string(Tag.TransferSyntaxUID)
        .orElseThrow();
  }

  @Test
  void getsSeriesInstancesAndPatients() throws Exception {
    putAll();

    for (int way = 0; way < 2; way++) {
      Dixel series = endpoint.get(Reference.series(first.study(), otherSeries.series()), FILE);
      assertThat(identifiers(instances(series))).containsExactly(otherSeries.sopInstance());
      Dixel instance = endpoint.get(reference(second), Set.of(View.TAGS));
      assertThat(instance.tags().integer(Tag.Rows)).hasValue(100);
      assertThat(instances(endpoint.get(Reference.patient("PAT000001"), FILE))).hasSize(3);
      reopenToMove();
    }
  }

  @Test
  void tellsOfAStudyWithoutItsFiles() throws Exception {
    putAll();

    Dixel study = endpoint.get(Reference.study(first.study()), Set.of(View.TAGS));
    assertThat(study.views()).containsExactly(View.TAGS);
    assertThat(study.tags().string(Tag.PatientID)).contains("PAT000001");
    assertThat(identifiers(instances(study)))
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
  }

  @Test
  void saysThatThereIsNone() throws Exception {
    putAll();

    for (int way = 0; way < 2; way++) {
      for (Reference missing :
          List.of(
              Reference.study("1.2.3"),
              Reference.instance(first.study(), first.series(), "1.2.3"))) {
        assertThatThrownBy(() -> endpoint.get(missing, FILE))
            .isInstanceOfSatisfying(
                EndpointException.class,
                e -> assertThat(e.reason()).as(e.toString()).isEqualTo(Reason.NOT_FOUND));
      }
      reopenToMove();
    }
  }

  @Test
  void retrievesAgainWhatWasNotReadForLong() throws Exception {
    putAll();
    reopen("keep-received", "PT0.01S");

    List<Dixel> instances = instances(endpoint.get(Reference.study(first.study()), FILE));
    Thread.sleep(50);
    Dixel other = endpoint.get(reference(otherStudy), FILE);
    assertThat(pixels(other)).isNotEmpty();
    for (Dixel instance : instances) {
      Thread.sleep(50);
      assertThat(pixels(instance)).isNotEmpty();
    }
  }

  @Test
  void leavesNoFilesWhenItIsClosed() throws Exception {
    putAll();
    endpoint.get(Reference.study(first.study()), FILE);
    assertThat(folder.resolve("state/received")).isNotEmptyDirectory();

    endpoint.close();
    assertThat(folder.resolve("state/received")).doesNotExist();
  }

  @Test
  void hasDixelsMovedElsewhere() throws Exception {
    putAll();
    Path received = Files.createDirectory(folder.resolve("moved"));
    try (Tool storescp =
        Tool.start(
            folder, "storescp", "-aet", "LUCINA", "-od", received.toString(), "" + receivePort)) {
      storescp.listeningOn(receivePort);
      String answer =
          endpoint.handle(
              Optional.of(Reference.study(first.study())),
              "move",
              arguments("move", "destination", "LUCINA"));
      assertThat(answer).contains("\"completed\":3", "\"failed\":0");
      assertThat(received.toFile().list()).hasSize(3);
    }
    assertThatThrownBy(
            () ->
                endpoint.handle(
                    Optional.of(Reference.study(first.study())),
                    "move",
                    arguments("move", "destination", "NOBODY")))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("C-MOVE to NOBODY");
  }

  @Test
  void goesByAnotherArchiveThatReceives() throws Exception {
    putAll();
    Path shelf = Files.createDirectory(folder.resolve("shelf"));
    try (DcmqrscpServer archive = DcmqrscpServer.orSkip(shelf, "LUCINA", receivePort).start()) {
      LocalContext other = Endpoints.context("LUCINA", archive.port());
      try (Endpoint between = Endpoints.open(other)) {
        context.with("between", between);
        reopen("retrieve", "move", "move-destination", "LUCINA", "received-by", "between");
        assertThat(instances(endpoint.get(Reference.study(first.study()), FILE))).hasSize(3);
      } finally {
        other.close();
      }
    }
  }

  private Configuration arguments(String method, String... values) throws Exception {
    Map<String, String> given = values.length == 0 ? Map.of() : Map.of(values[0], values[1]);
    return endpoint.capabilities().methods().stream()
        .filter(each -> each.name().equals(method))
        .findFirst()
        .orElseThrow()
        .arguments()
        .check(given);
  }
}
