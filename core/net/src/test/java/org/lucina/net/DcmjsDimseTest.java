package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/** Both roles against npm's dcmjs-dimse. */
class DcmjsDimseTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(2);
  private static final String SC = UID.SecondaryCaptureImageStorage;

  @TempDir Path folder;
  private static Path node;

  @BeforeAll
  static void installPeer() throws Exception {
    Tool.assumeInstalled("node");
    Tool.assumeInstalled("npm");
    node = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    for (String file : List.of("package.json", "package-lock.json", "scu.js", "scp.js")) {
      Files.write(node.resolve(file), Files.readAllBytes(Path.of("src/test/node", file)));
    }
    if (!Files.exists(node.resolve("node_modules/dcmjs-dimse/package.json"))) {
      try (Tool npm = Tool.start(node, "npm", "ci", "--ignore-scripts", "--no-audit")) {
        assumeTrue(npm.exitCode() == 0, () -> "dcmjs-dimse cannot be installed by npm: skipped");
      }
    }
  }

  @Test
  void itsScuEchoes() throws Exception {
    try (Listening scp = Listening.with(archive(0, 0).services())) {
      assertThat(scu(scp, "echo")).contains("\"statuses\":[0]").contains("\"error\":null");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void itsScuStores() throws Exception {
    MemoryArchive archive = archive(0, 0);
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    try (Listening scp = Listening.with(archive.services())) {
      String output = scu(scp, "store", object.writeTo(folder).toString());
      assertThat(output).contains("\"statuses\":[0]").contains("\"error\":null");
      assertThat(archive.objects).hasSize(1);
      assertThat(archive.objects.get(0).string(Tag.SOPInstanceUID)).contains(object.sopInstance());
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void itsScuFinds() throws Exception {
    try (Listening scp = Listening.with(archive(5, 0).services())) {
      assertThat(scu(scp, "find")).contains("\"datasets\":5").contains("65280,0]");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void itsScuMovesToItsScp() throws Exception {
    int port = Tool.freePort();
    try (Tool peer = Tool.start(node, "node", "scp.js", "" + port).listeningOn(port);
        Listening scp = Listening.with(archive(4, port).services())) {
      assertThat(scu(scp, "move", OBJECTS.small(1, 1, 1, 0).study()))
          .contains("\"statuses\":[65280,65280,65280,0]")
          .contains("\"error\":null");
      assertThat(scp.faults).isEmpty();
      assertThat(peer.output()).doesNotContainIgnoringCase("error");
    }
  }

  @Test
  void itsScuGets() throws Exception {
    try (Listening scp = Listening.with(archive(4, 0).services())) {
      assertThat(scu(scp, "get", OBJECTS.small(1, 1, 1, 0).study()))
          .contains("\"stored\":4")
          .contains("\"error\":null");
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void itsScpServesEchoStoreAndFind() throws Exception {
    int port = Tool.freePort();
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    String find = UID.StudyRootQueryRetrieveInformationModelFind;
    try (Tool peer = Tool.start(node, "node", "scp.js", "" + port).listeningOn(port);
        Association scu = Requests.open(port, Requests.of(UID.Verification, SC, find))) {
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      Response stored =
          scu.store(
              scu.contextsFor(SC).get(0),
              SC,
              object.sopInstance(),
              Optional.empty(),
              out -> out.write(object.bare()));
      assertThat(stored.status()).isEqualTo(Status.SUCCESS);
      List<Response> matches = new ArrayList<>();
      DataSet keys =
          new DataSet()
              .set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")
              .setEmpty(Tag.SOPInstanceUID, VR.UI);
      Response last =
          scu.invoke(
              scu.contextsFor(find).get(0),
              DimseCommand.C_FIND,
              new DataSet(),
              Optional.of(keys),
              matches::add);
      assertThat(last.status()).isEqualTo(Status.SUCCESS);
      assertThat(matches)
          .extracting(match -> match.data().orElseThrow().string(Tag.SOPInstanceUID).orElseThrow())
          .containsExactly("1.2.3.1", "1.2.3.2", "1.2.3.3");
      assertThat(peer.output()).doesNotContainIgnoringCase("error");
    }
  }

  @Test
  void itsScpServesNormalizedRequests() throws Exception {
    int port = Tool.freePort();
    String mpps = UID.ModalityPerformedProcedureStep;
    String commitment = UID.StorageCommitmentPushModel;
    try (Tool peer = Tool.start(node, "node", "scp.js", "" + port).listeningOn(port);
        Association scu = Requests.open(port, Requests.of(mpps, commitment))) {
      DataSet step = new DataSet().set(Tag.PerformedProcedureStepStatus, VR.CS, "IN PROGRESS");
      Response created =
          scu.invoke(
              scu.contextsFor(mpps).get(0),
              DimseCommand.N_CREATE,
              new DataSet().set(Tag.AffectedSOPInstanceUID, VR.UI, "1.2.3.4"),
              Optional.of(step),
              response -> true);
      assertThat(created.status()).isEqualTo(Status.SUCCESS);
      Response committed =
          scu.invoke(
              scu.contextsFor(commitment).get(0),
              DimseCommand.N_ACTION,
              new DataSet()
                  .set(Tag.RequestedSOPInstanceUID, VR.UI, UID.StorageCommitmentPushModelInstance)
                  .set(Tag.ActionTypeID, VR.US, 1),
              Optional.of(new DataSet().set(Tag.TransactionUID, VR.UI, "1.2.3.5")),
              response -> true);
      assertThat(committed.status()).isEqualTo(Status.SUCCESS);
      assertThat(peer.output()).doesNotContainIgnoringCase("error");
    }
  }

  @Test
  void itsScpServesGet() throws Exception {
    int port = Tool.freePort();
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    String get = UID.StudyRootQueryRetrieveInformationModelGet;
    MemoryArchive received = archive(0, 0);
    AssociationRequest request =
        Requests.of(Map.of(SC, new AssociationRequest.Role(false, true)), SC, get);
    String file = object.writeTo(folder).toString();
    try (Tool peer = Tool.start(node, "node", "scp.js", "" + port, file).listeningOn(port);
        Association scu = Requests.open(port, request, received.services())) {
      DataSet keys =
          new DataSet()
              .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
              .set(Tag.StudyInstanceUID, VR.UI, object.study());
      Response last =
          scu.invoke(
              scu.contextsFor(get).get(0),
              DimseCommand.C_GET,
              new DataSet(),
              Optional.of(keys),
              response -> true);
      assertThat(last.status()).isEqualTo(Status.SUCCESS);
      assertThat(received.objects).hasSize(1);
      assertThat(peer.output()).doesNotContainIgnoringCase("error");
    }
  }

  private static String scu(Listening scp, String... operation) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("scu.js", "" + scp.port()));
    arguments.addAll(List.of(operation));
    return Tool.run(node, "node", arguments.toArray(String[]::new));
  }

  private static MemoryArchive archive(int objects, int movePort) throws IOException {
    MemoryArchive archive = new MemoryArchive(movePort);
    for (int number = 0; number < objects; number++) {
      archive.objects.add(OBJECTS.small(1, 1, 1, number).dataSet());
    }
    return archive;
  }
}
