package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/** DCMTK's tools request services of our listener. */
class DcmtkAsScuTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(1);
  @TempDir Path folder;

  @BeforeAll
  static void needsDcmtk() {
    Tool.assumeInstalled("echoscu");
  }

  @Test
  void echoscu() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.Verification, exchange -> {}))) {
      Tool.run(folder, "echoscu", "--repeat", "3", "127.0.0.1", "" + scp.port());
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void echoscuWithManyContextsAndItsAbort() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.Verification, exchange -> {}))) {
      Tool.run(
          folder,
          "echoscu",
          "--propose-ts",
          "38",
          "--propose-pc",
          "128",
          "--abort",
          "127.0.0.1",
          "" + scp.port());
      assertThat(scp.opened.remove().contexts()).hasSize(128);
      scp.listener().close();
      assertThat(scp.faults).singleElement().asString().contains("service-user");
    }
  }

  @Test
  void storescu() throws Exception {
    AtomicLong bytes = new AtomicLong();
    DimseService storage = exchange -> bytes.addAndGet(exchange.data().readAllBytes().length);
    writeFiles(10);
    try (Listening scp = Listening.with(Map.of(UID.SecondaryCaptureImageStorage, storage))) {
      Tool.run(folder, "storescu", "127.0.0.1", "" + scp.port(), "+sd", "+sp", "*.dcm", ".");
      assertThat(bytes.get()).isGreaterThan(10 * 2 * 100 * 100);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void storescuSeesTheFailuresOfServices() throws Exception {
    writeFiles(3);
    DimseService storage =
        exchange -> {
          throw new DimseException(Status.OUT_OF_RESOURCES, "Storage is full");
        };
    try (Listening scp = Listening.with(Map.of(UID.SecondaryCaptureImageStorage, storage));
        Tool storescu =
            Tool.start(
                folder,
                "storescu",
                "-v",
                "--no-halt",
                "127.0.0.1",
                "" + scp.port(),
                "+sd",
                "+sp",
                "*.dcm",
                ".")) {
      storescu.exitCode();
      assertThat(storescu.output().split("Refused: OutOfResources", -1)).hasSize(4);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void storescuTellsWhoAsksAndGetsTheResponse() throws Exception {
    writeFiles(1);
    DimseService storage = exchange -> {};
    try (Listening scp = Listening.with(Map.of(UID.SecondaryCaptureImageStorage, storage))) {
      String output =
          Tool.run(
              folder,
              "storescu",
              "-d",
              "-usr",
              "jane",
              "-pwd",
              "secret",
              "-rsp",
              "127.0.0.1",
              "" + scp.port(),
              "+sd",
              "+sp",
              "*.dcm",
              ".");
      UserIdentity identity = scp.opened.remove().request().userIdentity().orElseThrow();
      assertThat(identity.type()).isEqualTo(2);
      assertThat(identity.responseRequested()).isTrue();
      assertThat(new String(identity.primary())).isEqualTo("jane");
      assertThat(new String(identity.secondary())).isEqualTo("secret");
      assertThat(output).contains("Server Response (not dumped) length: 0");
    }
  }

  @Test
  void findscuGetsAllMatches() throws Exception {
    MemoryArchive archive = archive(25, 0);
    try (Listening scp = Listening.with(archive.services())) {
      String output = find(scp, "IMAGE", "-v");
      assertThat(output.split("Find Response: ", -1)).hasSize(26);
      assertThat(output).contains("Received Final Find Response (Success)");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void findscuIsToldWhatIsWrong() throws Exception {
    try (Listening scp = Listening.with(archive(1, 0).services())) {
      String output = find(scp, "STUDY", "-d");
      assertThat(output)
          .contains("0xa900")
          .contains("Only the IMAGE level is served")
          .contains("(0000,0901) AT (0008,0052)");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void findscuCancels() throws Exception {
    MemoryArchive archive = archive(20_000, 0);
    try (Listening scp = Listening.with(archive.services())) {
      String output = find(scp, "IMAGE", "-v", "--cancel", "5");
      assertThat(output).contains("Cancel");
      assertThat(archive.cancelledAfter).isBetween(5, 19_999);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void movescuToAThirdParty() throws Exception {
    int port = Tool.freePort();
    Path received = Files.createDirectory(folder.resolve("received"));
    try (Tool storescp = Tool.start(received, "storescp", "-od", ".", "" + port);
        Listening scp = Listening.with(archive(12, port).services())) {
      storescp.listeningOn(port);
      Tool.run(
          folder,
          "movescu",
          "-v",
          "-S",
          "-aem",
          "DEST",
          "-k",
          "QueryRetrieveLevel=STUDY",
          "-k",
          "StudyInstanceUID=" + OBJECTS.small(1, 1, 1, 1).study(),
          "127.0.0.1",
          "" + scp.port());
      assertThat(count(received, "SC.")).isEqualTo(12);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void getscuReceivesOnTheSameAssociation() throws Exception {
    Path received = Files.createDirectory(folder.resolve("received"));
    MemoryArchive archive = archive(12, 0);
    try (Listening scp = Listening.with(archive.services())) {
      Tool.run(
          folder,
          "getscu",
          "-v",
          "-S",
          "-od",
          received.toString(),
          "-k",
          "QueryRetrieveLevel=STUDY",
          "-k",
          "StudyInstanceUID=" + OBJECTS.small(1, 1, 1, 1).study(),
          "127.0.0.1",
          "" + scp.port());
      assertThat(count(received, "SC.")).isEqualTo(12);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void storedObjectsArriveAsTheyWereSent() throws Exception {
    MemoryArchive archive = new MemoryArchive(0);
    writeFiles(3);
    try (Listening scp = Listening.with(archive.services())) {
      Tool.run(folder, "storescu", "127.0.0.1", "" + scp.port(), "+sd", "+sp", "*.dcm", ".");
    }
    List<String> instances =
        archive.objects.stream().map(o -> o.string(Tag.SOPInstanceUID).orElseThrow()).toList();
    assertThat(instances)
        .containsExactlyInAnyOrder(
            OBJECTS.small(1, 1, 1, 1).sopInstance(),
            OBJECTS.small(1, 1, 1, 2).sopInstance(),
            OBJECTS.small(1, 1, 1, 3).sopInstance());
    byte[] sent = OBJECTS.small(1, 1, 1, 2).dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    byte[] got =
        archive
            .objects
            .get(instances.indexOf(OBJECTS.small(1, 1, 1, 2).sopInstance()))
            .bytes(Tag.PixelData)
            .orElseThrow()
            .toArray();
    assertThat(got).isEqualTo(sent);
  }

  private String find(Listening scp, String level, String... options) throws Exception {
    Stream<String> fixed =
        Stream.of(
            "-S",
            "-k",
            "QueryRetrieveLevel=" + level,
            "-k",
            "SOPInstanceUID",
            "127.0.0.1",
            "" + scp.port());
    return Tool.run(
        folder, "findscu", Stream.concat(Stream.of(options), fixed).toArray(String[]::new));
  }

  private static MemoryArchive archive(int objects, int movePort) {
    MemoryArchive archive = new MemoryArchive(movePort);
    List<DataSet> some =
        IntStream.rangeClosed(1, Math.min(objects, 25))
            .mapToObj(number -> OBJECTS.small(1, 1, 1, number).dataSet())
            .toList();
    archive.objects.addAll(
        IntStream.range(0, objects).mapToObj(i -> some.get(i % some.size())).toList());
    return archive;
  }

  private void writeFiles(int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      OBJECTS.small(1, 1, 1, number).writeTo(folder);
    }
  }

  private static long count(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    }
  }
}
