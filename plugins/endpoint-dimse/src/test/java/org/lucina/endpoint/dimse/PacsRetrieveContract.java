package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dimse.Endpoints.bytes;
import static org.lucina.endpoint.dimse.Endpoints.identifiers;
import static org.lucina.endpoint.dimse.Endpoints.instances;
import static org.lucina.endpoint.dimse.Endpoints.reference;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.Tool;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;

/** What a PACS, whoever made that, sends. */
abstract class PacsRetrieveContract extends PacsFixture {
  private Endpoint reopenToMove() throws Exception {
    return reopen("retrieve", "move", "receive-port", "" + receivePort);
  }

  @Test
  void answersAndTellsItsServices() throws Exception {
    assertThat(endpoint.check())
        .startsWith("PACS at 127.0.0.1:" + pacs.port() + " answers C-ECHO")
        .contains("C-FIND (study root)", "C-MOVE (study root)", "C-GET (study root)");
    assertThat(endpoint.handle(Optional.empty(), "echo", arguments("echo"))).contains("C-ECHO");
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
