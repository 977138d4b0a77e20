package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.net.AssociationRequest.Role;

/** C-CANCEL (PS3.7 9.3.2.3): between pending responses, during sub-operations, and too late. */
class CancelTest {
  private static final String SC = UID.SecondaryCaptureImageStorage;
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

  @Test
  void findEndsSoonAfterTheCancel() throws Exception {
    MemoryArchive archive = archive(100_000);
    try (Listening scp = Listening.with(archive.services());
        Association scu = Requests.open(scp.port(), Requests.of(FIND, UID.Verification))) {
      List<Response> seen = new ArrayList<>();
      Response last = find(scu, seen, 3);
      assertThat(last.status()).isEqualTo(Status.CANCEL);
      assertThat(seen).hasSize(3);
      assertThat(archive.cancelledAfter).isBetween(3, 99_999);
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void getEndsWhileSubOperationsRun() throws Exception {
    MemoryArchive archive = archive(5_000);
    MemoryArchive received = new MemoryArchive(0);
    AssociationRequest request =
        Requests.of(Map.of(SC, new Role(false, true)), SC, GET, UID.Verification);
    try (Listening scp = Listening.with(archive.services());
        Association scu = Requests.open(scp.port(), request, received.services())) {
      Response last =
          scu.invoke(
              scu.contextsFor(GET).get(0),
              DimseCommand.C_GET,
              new DataSet(),
              Optional.of(keys()),
              pending ->
                  pending.command().integer(Tag.NumberOfCompletedSuboperations).orElse(0) < 5);
      assertThat(last.status()).isEqualTo(Status.CANCEL);
      assertThat(archive.cancelledAfter).isBetween(5, 4_999);
      assertThat(received.objects).hasSize(archive.cancelledAfter);
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void aCancelOfWhatIsOverIsIgnored() throws Exception {
    try (Listening scp = Listening.with(archive(1).services());
        RawPeer peer = RawPeer.associate(scp.port())) {
      peer.sendCommand(1, Messages.cancel(77)).sendCommand(1, RawPeer.echo(1));
      assertThat(peer.expectCommand().integer(Tag.Status)).hasValue(Status.SUCCESS);
    }
  }

  @Test
  void lookingForACancelNeitherBlocksNorEatsTheNextRequest() throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch sent = new CountDownLatch(1);
    List<Boolean> answers = Collections.synchronizedList(new ArrayList<>());
    DimseService find =
        exchange -> {
          exchange.readData();
          answers.add(exchange.isCancelled());
          looked.countDown();
          await(sent);
          for (int i = 0; i < 100; i++) {
            answers.add(exchange.isCancelled());
          }
        };
    List<byte[]> stored = Collections.synchronizedList(new ArrayList<>());
    DimseService storage = exchange -> stored.add(exchange.data().readAllBytes());
    try (Listening scp = Listening.with(Map.of(FIND, find, UID.CTImageStorage, storage));
        RawPeer peer = RawPeer.associate(scp.port())) {
      DataSet command = RawPeer.store(1, FIND).set(Tag.CommandField, VR.US, 0x20);
      peer.sendCommand(5, command).sendValue(5, 2, new byte[0]);
      await(looked);
      peer.sendCommand(3, RawPeer.store(2, UID.CTImageStorage)).sendValue(3, 0, new byte[50_000]);
      sent.countDown();
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(1);
      peer.sendValue(3, 2, new byte[10_000]);
      assertThat(peer.expectCommand().integer(Tag.MessageIDBeingRespondedTo)).hasValue(2);
      assertThat(answers).hasSize(101).containsOnly(false);
      assertThat(stored).singleElement().satisfies(data -> assertThat(data).hasSize(60_000));
      assertThat(scp.faults).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response find(Association scu, List<Response> seen, int wanted) throws Exception {
    return scu.invoke(
        scu.contextsFor(FIND).get(0),
        DimseCommand.C_FIND,
        new DataSet(),
        Optional.of(keys()),
        response -> {
          seen.add(response);
          return seen.size() < wanted;
        });
  }

  private static DataSet keys() {
    return new DataSet().set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE");
  }

  private static MemoryArchive archive(int objects) {
    MemoryArchive archive = new MemoryArchive(0);
    DataSet object = new SyntheticObjects(3).small(1, 1, 1, 1).dataSet();
    archive.objects.addAll(Collections.nCopies(objects, object));
    return archive;
  }
}
