package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;

/** What an association can do besides the plain request and response. */
class OperationsTest {
  private static final String CT = UID.CTImageStorage;
  private static final String COMMITMENT = UID.StorageCommitmentPushModel;

  @Test
  void everyNormalizedOperationCarriesItsFieldsBothWays() throws Exception {
    List<DimseCommand> served = Collections.synchronizedList(new ArrayList<>());
    DimseService service =
        exchange -> {
          served.add(exchange.type());
          DataSet data = exchange.readData();
          exchange.respond(
              Status.SUCCESS,
              new DataSet(),
              data.size() == 0 ? Optional.empty() : Optional.of(data));
        };
    String mpps = UID.ModalityPerformedProcedureStep;
    try (Listening scp = Listening.with(Map.of(mpps, service));
        Association scu = Requests.open(scp.port(), Requests.of(mpps))) {
      AcceptedContext context = scu.contextsFor(mpps).get(0);
      List<DimseCommand> operations =
          List.of(
              DimseCommand.N_CREATE,
              DimseCommand.N_SET,
              DimseCommand.N_GET,
              DimseCommand.N_ACTION,
              DimseCommand.N_DELETE);
      for (DimseCommand operation : operations) {
        DataSet fields = new DataSet();
        boolean create = operation == DimseCommand.N_CREATE;
        fields.set(create ? Tag.AffectedSOPInstanceUID : Tag.RequestedSOPInstanceUID, "1.2.3");
        if (operation == DimseCommand.N_ACTION) {
          fields.set(Tag.ActionTypeID, VR.US, 4);
        }
        Optional<DataSet> data =
            operation == DimseCommand.N_DELETE
                ? Optional.empty()
                : Optional.of(new DataSet().set(Tag.PatientID, VR.LO, operation.name()));
        Response response = scu.invoke(context, operation, fields, data, pending -> true);
        assertThat(response.status()).isEqualTo(Status.SUCCESS);
        assertThat(response.command().string(Tag.AffectedSOPClassUID)).contains(mpps);
        assertThat(response.command().string(Tag.AffectedSOPInstanceUID)).contains("1.2.3");
        assertThat(response.data().flatMap(set -> set.string(Tag.PatientID)))
            .isEqualTo(data.flatMap(set -> set.string(Tag.PatientID)));
      }
      assertThat(served).isEqualTo(operations);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void theAcceptorReportsEventsOnTheSameAssociation() throws Exception {
    DimseService commitment =
        exchange -> {
          exchange.readData();
          exchange.respond(Status.SUCCESS);
          Response response =
              exchange
                  .association()
                  .invoke(
                      exchange.context(),
                      DimseCommand.N_EVENT_REPORT,
                      new DataSet()
                          .set(Tag.AffectedSOPInstanceUID, VR.UI, "1.2.840.10008.1.20.1.1")
                          .set(Tag.EventTypeID, VR.US, 1),
                      Optional.of(new DataSet().set(Tag.TransactionUID, VR.UI, "1.2.9")),
                      pending -> true);
          assertThat(response.status()).isEqualTo(Status.SUCCESS);
          assertThat(response.command().integer(Tag.EventTypeID)).hasValue(1);
        };
    List<String> reported = new ArrayList<>();
    DimseService receiver =
        exchange -> reported.add(exchange.readData().string(Tag.TransactionUID).orElseThrow());
    try (Listening scp = Listening.with(Map.of(COMMITMENT, commitment));
        Association scu =
            Requests.open(scp.port(), Requests.of(COMMITMENT), Map.of(COMMITMENT, receiver))) {
      assertThat(scu.serve(Duration.ofMillis(50))).isFalse();
      Response response =
          scu.invoke(
              scu.contextsFor(COMMITMENT).get(0),
              DimseCommand.N_ACTION,
              new DataSet()
                  .set(Tag.RequestedSOPInstanceUID, VR.UI, "1.2.840.10008.1.20.1.1")
                  .set(Tag.ActionTypeID, VR.US, 1),
              Optional.of(new DataSet().set(Tag.TransactionUID, VR.UI, "1.2.9")),
              pending -> true);
      assertThat(response.status()).isEqualTo(Status.SUCCESS);
      assertThat(scu.serve(Duration.ofSeconds(10))).isTrue();
      assertThat(reported).containsExactly("1.2.9");
      scu.release();
      scp.listener().close();
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void storesAreOnTheirWayTogetherAsFarAsTheWindowGoes() throws Exception {
    AtomicInteger count = new AtomicInteger();
    DimseService storage =
        exchange -> {
          exchange.data().readAllBytes();
          boolean third = count.incrementAndGet() % 3 == 0;
          exchange.respond(third ? Status.OUT_OF_RESOURCES : Status.SUCCESS);
        };
    Listening.Settings settings = new Listening.Settings();
    settings.maxOperations = 4;
    for (int asked : new int[] {0, 1, 2, 50}) {
      count.set(0);
      AssociationRequest request =
          Requests.of(Requests.of(CT).contexts(), Map.of(), 16384, asked, 1);
      try (Listening scp = Listening.with(settings, Map.of(CT, storage));
          Association scu = Requests.open(scp.port(), request)) {
        assertThat(scu.maxOperationsInvoked()).isEqualTo(asked == 0 ? 4 : Math.min(asked, 4));
        List<Integer> statuses = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        scu.storeAll(
            operations(scu, 30).iterator(),
            (operation, response) -> {
              instances.add(operation.sopInstance());
              statuses.add(response.status());
              return instances.size() < 20;
            });
        assertThat(instances).hasSizeBetween(20, 24).startsWith("1.2.1", "1.2.2", "1.2.3");
        assertThat(statuses).startsWith(0, 0, Status.OUT_OF_RESOURCES, 0);
        assertThat(scp.faults).isEmpty();
      }
    }
  }

  @Test
  void moreOperationsAtOnceThanNegotiatedAreRefused() throws Exception {
    DimseService reporting =
        exchange -> {
          DataSet event = new DataSet().set(Tag.AffectedSOPInstanceUID, VR.UI, "1.2.3");
          exchange
              .association()
              .invoke(
                  exchange.context(),
                  DimseCommand.N_EVENT_REPORT,
                  event,
                  Optional.empty(),
                  pending -> true);
        };
    try (Listening scp = Listening.with(Map.of(UID.Verification, reporting));
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(1, RawPeer.echo(1));
      DataSet event = peer.expectCommand();
      peer.sendCommand(1, RawPeer.echo(2));
      DataSet refusal = peer.expectCommand();
      assertThat(refusal.integer(Tag.MessageIDBeingRespondedTo)).hasValue(2);
      assertThat(refusal.integer(Tag.Status)).hasValue(Status.RESOURCE_LIMITATION);
      DataSet answer =
          new DataSet()
              .set(Tag.CommandField, VR.US, 0x8100)
              .set(Tag.MessageIDBeingRespondedTo, VR.US, event.integer(Tag.MessageID).orElseThrow())
              .set(Tag.CommandDataSetType, VR.US, 0x0101)
              .set(Tag.Status, VR.US, 0);
      peer.sendCommand(1, answer);
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(1);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void aServiceOfTheRequestorThatFailsIsHeardOfByTheRequestor() throws Exception {
    DimseService reporting =
        exchange -> {
          exchange.respond(Status.SUCCESS);
          exchange
              .association()
              .invoke(
                  exchange.context(),
                  DimseCommand.N_EVENT_REPORT,
                  new DataSet().set(Tag.AffectedSOPInstanceUID, VR.UI, "1.2.3"),
                  Optional.empty(),
                  pending -> true);
        };
    DimseService broken =
        exchange -> {
          throw new IllegalStateException("broken");
        };
    try (Listening scp = Listening.with(Map.of(UID.Verification, reporting));
        Association scu =
            Requests.open(
                scp.port(), Requests.of(UID.Verification), Map.of(UID.Verification, broken))) {
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      assertThatThrownBy(() -> scu.serve(Duration.ofSeconds(10))).hasMessage("broken");
      assertThat(scu.isOpen()).isFalse();
    }
  }

  @Test
  void aSourceThatFailsAtOnceLeavesTheAssociationUsable() throws Exception {
    DimseService storage = exchange -> exchange.data().readAllBytes();
    try (Listening scp = Listening.with(Map.of(CT, storage));
        Association scu = Requests.open(scp.port(), Requests.of(CT))) {
      assertThatThrownBy(() -> store(scu, 1000, true)).hasMessage("No such file");
      assertThat(store(scu, 1000, false).status()).isEqualTo(Status.SUCCESS);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void aSourceThatFailsLateAbortsTheAssociation() throws Exception {
    DimseService storage = exchange -> exchange.data().readAllBytes();
    try (Listening scp = Listening.with(Map.of(CT, storage));
        Association scu = Requests.open(scp.port(), Requests.of(CT))) {
      assertThatThrownBy(() -> store(scu, 1_000_000, true)).hasMessage("No such file");
      assertThat(scu.isOpen()).isFalse();
    }
  }

  private static Response store(Association scu, int length, boolean fail) throws IOException {
    return scu.store(
        scu.contextsFor(CT).get(0),
        CT,
        "1.2.3",
        Optional.of(new Association.MoveOriginator("MOVER", 7)),
        out -> {
          out.write(new byte[length]);
          if (fail) {
            throw new IOException("No such file");
          }
        });
  }

  private static List<Association.StoreOperation> operations(Association scu, int count) {
    AcceptedContext context = scu.contextsFor(CT).get(0);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                new Association.StoreOperation(
                    context,
                    CT,
                    "1.2." + number,
                    Optional.empty(),
                    out -> out.write(new byte[100_000])))
        .toList();
  }
}
