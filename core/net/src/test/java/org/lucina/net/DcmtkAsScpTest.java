package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/** Our SCU requests services of DCMTK's image archive, dcmqrscp, and of storescp. */
class DcmtkAsScpTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(1);
  private static final String CT = UID.SecondaryCaptureImageStorage;
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

  @TempDir Path folder;
  private int port;
  private DcmqrscpServer archive;
  private Listening destination;
  private final MemoryArchive received = new MemoryArchive(0);

  @BeforeEach
  void startArchive() throws Exception {
    archive = DcmqrscpServer.orSkip(folder, "LUCINA");
    destination = Listening.with(received.services());
    archive.knowing("DEST", destination.port()).start();
    port = archive.port();
  }

  @AfterEach
  void stop() throws Exception {
    if (archive != null) {
      archive.close();
      destination.close();
    }
  }

  @Test
  void echoStoreFindMoveAndGet() throws Exception {
    try (Association scu = open(Map.of())) {
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      store(scu, 7);
      assertThat(find(scu, Integer.MAX_VALUE).pending).hasSize(7);
      Outcome cancelled = find(scu, 2);
      assertThat(cancelled.last.status()).isIn(Status.CANCEL, Status.SUCCESS);

      Outcome moved =
          invoke(
              scu,
              MOVE,
              DimseCommand.C_MOVE,
              new DataSet().set(Tag.MoveDestination, VR.AE, "DEST"),
              study());
      assertThat(moved.last.status()).isEqualTo(Status.SUCCESS);
      assertThat(moved.last.command().integer(Tag.NumberOfCompletedSuboperations)).hasValue(7);
      assertThat(received.objects).hasSize(7);

      Outcome unknown =
          invoke(
              scu,
              MOVE,
              DimseCommand.C_MOVE,
              new DataSet().set(Tag.MoveDestination, VR.AE, "NOBODY"),
              study());
      assertThat(unknown.last.status()).isEqualTo(Status.MOVE_DESTINATION_UNKNOWN);
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void getBringsObjectsOnTheSameAssociation() throws Exception {
    try (Association scu = open(Map.of())) {
      store(scu, 7);
    }
    MemoryArchive got = new MemoryArchive(0);
    try (Association scu = open(got.services())) {
      Outcome outcome = invoke(scu, GET, DimseCommand.C_GET, new DataSet(), study());
      assertThat(outcome.last.status()).isEqualTo(Status.SUCCESS);
      assertThat(outcome.last.command().integer(Tag.NumberOfCompletedSuboperations)).hasValue(7);
      assertThat(got.objects).hasSize(7);
      byte[] sent =
          OBJECTS.small(1, 1, 1, 1).dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
      assertThat(got.objects)
          .anySatisfy(
              object ->
                  assertThat(object.bytes(Tag.PixelData).orElseThrow().toArray()).isEqualTo(sent));
    }
  }

  @Test
  void aRejectionSaysWhy() {
    AssociationRequest request = Requests.of(UID.Verification);
    AssociationRequest wrong =
        new AssociationRequest(
            "NOBODY",
            request.callingAeTitle(),
            request.contexts(),
            request.roles(),
            request.maxPduLength(),
            1,
            1,
            Map.of(),
            Map.of(),
            Optional.empty(),
            request.implementationClassUid(),
            request.implementationVersionName());
    assertThatThrownBy(() -> Requests.open(port, wrong))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("rejected");
  }

  @Test
  void storescpTakesWhatWeSendAndItsAbortIsAnError() throws Exception {
    int storePort = Tool.freePort();
    Path out = Files.createDirectory(folder.resolve("out"));
    try (Tool storescp =
        Tool.start(folder, "storescp", "-od", out.toString(), "--abort-after", "" + storePort)) {
      storescp.listeningOn(storePort);
      Association scu = Requests.open(storePort, Requests.of(CT));
      assertThatThrownBy(() -> storeOne(scu, 1)).isInstanceOf(AssociationException.class);
      assertThat(scu.isOpen()).isFalse();
    }
  }

  private record Outcome(List<Response> pending, Response last) {}

  private Association open(Map<String, DimseService> services) throws IOException {
    return Requests.open(
        port,
        Requests.of(
            Map.of(CT, new AssociationRequest.Role(true, true)),
            UID.Verification,
            CT,
            FIND,
            MOVE,
            GET),
        services);
  }

  private static void store(Association scu, int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      assertThat(storeOne(scu, number).status()).isEqualTo(Status.SUCCESS);
    }
  }

  private static Response storeOne(Association scu, int number) throws IOException {
    AcceptedContext context = scu.contextsFor(CT).get(0);
    DataSet object = OBJECTS.small(1, 1, 1, number).dataSet();
    return scu.store(
        context,
        CT,
        object.string(Tag.SOPInstanceUID).orElseThrow(),
        Optional.empty(),
        DataSets.source(object, context.transferSyntax()));
  }

  private static Outcome find(Association scu, int wanted) throws IOException {
    DataSet keys =
        new DataSet()
            .set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")
            .set(Tag.StudyInstanceUID, VR.UI, OBJECTS.small(1, 1, 1, 1).study())
            .set(Tag.SeriesInstanceUID, VR.UI, OBJECTS.small(1, 1, 1, 1).series())
            .setEmpty(Tag.SOPInstanceUID, VR.UI);
    List<Response> pending = new ArrayList<>();
    Response last =
        scu.invoke(
            scu.contextsFor(FIND).get(0),
            DimseCommand.C_FIND,
            new DataSet(),
            Optional.of(keys),
            response -> {
              pending.add(response);
              return pending.size() < wanted;
            });
    return new Outcome(pending, last);
  }

  private static Outcome invoke(
      Association scu, String sopClass, DimseCommand type, DataSet fields, DataSet keys)
      throws IOException {
    List<Response> pending = new ArrayList<>();
    Response last =
        scu.invoke(scu.contextsFor(sopClass).get(0), type, fields, Optional.of(keys), pending::add);
    return new Outcome(pending, last);
  }

  private static DataSet study() {
    return new DataSet()
        .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
        .set(Tag.StudyInstanceUID, VR.UI, OBJECTS.small(1, 1, 1, 1).study());
  }
}
