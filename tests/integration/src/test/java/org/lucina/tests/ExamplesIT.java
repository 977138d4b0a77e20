package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/**
 * The pipelines of {@code examples/*.cli}, set up by {@code jboss-cli} alone, against real peers:
 * the server is killed in the middle of their work, and nothing is lost or doubled.
 */
@ExtendWith(DatabaseIsThere.class)
class ExamplesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int STUDIES = 12;
  private static final int INSTANCES = 5;

  @TempDir private Path base;
  private final SyntheticObjects objects = new SyntheticObjects(77);

  @Test
  void deidentifiesIntoAFolder() throws Exception {
    List<SyntheticObject> slices = each(objects::ct);
    Path research = Files.createDirectories(base.resolve("research"));
    try (PreparedServer server = PreparedServer.in(base.resolve("server"), "example_deidentify")) {
      server.start();
      run(server, "deidentify-to-folder.cli", Map.of("folder", research.toString()));
      store(server, slices);
      await().atMost(PATIENCE).until(() -> StoredFiles.in(research).size() >= INSTANCES);
      server.kill();
      server.start();
      await().atMost(PATIENCE).until(() -> StoredFiles.in(research).size() >= STUDIES * INSTANCES);
      idle(server, "deidentify");
    }
    assertThat(StoredFiles.values(research, Tag.SOPInstanceUID))
        .hasSize(STUDIES * INSTANCES)
        .doesNotHaveDuplicates();
    assertThat(new HashSet<>(StoredFiles.values(research, Tag.StudyInstanceUID))).hasSize(STUDIES);
    assertThat(StoredFiles.values(research, Tag.SOPInstanceUID))
        .doesNotContainAnyElementsOf(slices.stream().map(SyntheticObject::sopInstance).toList());
    assertThat(StoredFiles.values(research, Tag.PatientID))
        .doesNotContainAnyElementsOf(
            slices.stream()
                .map(each -> each.dataSet().string(Tag.PatientID).orElseThrow())
                .toList());
  }

  @Test
  void fetchesFromAPacs() throws Exception {
    try (PreparedServer server = PreparedServer.in(base.resolve("server"), "example_fetch");
        DcmqrscpServer pacs =
            DcmqrscpServer.orSkip(Files.createDirectories(base.resolve("pacs")), "QRSCP")
                .knowing("LUCINA", server.ports().dicom())
                .start()) {
      String yesterday = LocalDate.now().minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
      List<SyntheticObject> sent = all();
      sent.forEach(each -> each.dataSet().set(Tag.StudyDate, yesterday));
      send(pacs, sent);
      server.start();
      run(
          server,
          "poll-pacs.cli",
          Map.of(
              "pacs.port", Integer.toString(pacs.port()),
              "pacs.title", "QRSCP",
              "period", "PT1S",
              "since", "P3D"));
      await().atMost(PATIENCE).until(() -> stored(server).size() >= INSTANCES);
      server.kill();
      server.start();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(stored(server))
                      .containsExactlyInAnyOrderElementsOf(
                          sent.stream().map(SyntheticObject::sopInstance).toList()));
    }
  }

  @Test
  void handsAFolderOnToOrthanc() throws Exception {
    Path inbox = Files.createDirectories(base.resolve("inbox"));
    try (PreparedServer server = PreparedServer.in(base.resolve("server"), "example_inbox");
        OrthancServer orthanc =
            OrthancServer.orSkip(base.resolve("orthanc"))
                .with("AuthenticationEnabled", "false")
                .with("Plugins", "[]")
                .start()) {
      server.start();
      run(
          server,
          "folder-to-orthanc.cli",
          Map.of("folder", inbox.toString(), "orthanc", orthanc.url(), "quiet", "PT3S"));
      for (SyntheticObject each : all()) {
        Path unfinished = inbox.resolve(each.sopInstance() + ".part");
        Files.write(unfinished, each.file());
        Files.move(unfinished, inbox.resolve(each.sopInstance()), StandardCopyOption.ATOMIC_MOVE);
      }
      await().atMost(PATIENCE).until(() -> stored(server).size() >= INSTANCES);
      server.kill();
      server.start();
      await().atMost(PATIENCE).until(() -> instancesOf(orthanc) >= STUDIES * INSTANCES);
      assertThat(instancesOf(orthanc)).isEqualTo(STUDIES * INSTANCES);
      assertThat(stored(server))
          .containsExactlyInAnyOrderElementsOf(
              all().stream().map(SyntheticObject::sopInstance).toList());
    }
  }

  private static void run(PreparedServer server, String example, Map<String, String> parameters)
      throws Exception {
    Path script = Path.of(System.getProperty("server.home"), "examples", example);
    Cli.run(server.ports(), script, parameters);
  }

  private List<SyntheticObject> all() {
    return each(objects::small);
  }

  /** Makes an object by its study, series and number. */
  private interface Maker {
    SyntheticObject make(int patient, int study, int series, int instance);
  }

  private static List<SyntheticObject> each(Maker maker) {
    return IntStream.range(0, STUDIES)
        .boxed()
        .flatMap(
            study ->
                IntStream.range(0, INSTANCES)
                    .mapToObj(instance -> maker.make(study, study, 1, instance)))
        .toList();
  }

  private static void store(PreparedServer server, List<SyntheticObject> sent) throws Exception {
    HttpResponse<String> response = server.web().store(sent.toArray(SyntheticObject[]::new));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** By DCMTK's own program, which is there if the peer is. */
  private void send(DcmqrscpServer pacs, List<SyntheticObject> sent) throws Exception {
    Path folder = Files.createDirectories(base.resolve("sent"));
    sent.forEach(each -> each.writeTo(folder));
    Tool.run(
        base,
        "storescu",
        "-aec",
        "QRSCP",
        "127.0.0.1",
        Integer.toString(pacs.port()),
        "+sd",
        folder.toString());
  }

  private static List<String> stored(PreparedServer server) throws Exception {
    return server.web().dataSets("/instances?includefield=SOPInstanceUID").stream()
        .map(found -> found.string(Tag.SOPInstanceUID).orElseThrow())
        .toList();
  }

  /** Waits until a pipeline has nothing to do. */
  private static void idle(PreparedServer server, String pipeline) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  management.read("subsystem=lucina/pipeline=" + pipeline).get("queued").asLong()
                      == 0);
    }
  }

  private static int instancesOf(OrthancServer orthanc) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(orthanc.url() + "/instances")).build();
    String ids =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return (int) ids.lines().filter(line -> line.contains("-")).count();
  }
}
