package org.lucina.archive.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.ArchivePolicy;
import org.lucina.archive.access.DicomAuditTrail;
import org.lucina.archive.testing.DimseFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.net.Association;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

class StorageCommitmentTest {
  private static final String COMMITMENT = UID.StorageCommitmentPushModel;

  private record Report(int eventType, DataSet data) {}

  private final List<Report> reports = new CopyOnWriteArrayList<>();
  private final SyntheticObjects objects = new SyntheticObjects(9);
  private final SyntheticObject safe = objects.small(1, 1, 1, 1);
  private final SyntheticObject gone = objects.small(1, 1, 1, 2);
  private final SyntheticObject unknown = objects.small(1, 1, 1, 3);
  private DimseFixture dimse;

  @BeforeEach
  void store() throws Exception {
    dimse = new DimseFixture();
    dimse.archive.send(safe);
    dimse.archive.send(gone);
    dimse.archive.storage.delete(dimse.archive.record(gone).location());
  }

  @AfterEach
  void close() {
    dimse.close();
  }

  private void take(Exchange exchange) throws IOException {
    try {
      reports.add(
          new Report(exchange.command().integer(Tag.EventTypeID).orElse(-1), exchange.readData()));
    } catch (org.lucina.net.DimseException e) {
      throw new IOException(e);
    }
    exchange.respond(Status.SUCCESS);
  }

  private int request(Association association, String action, SyntheticObject... objects)
      throws IOException {
    DataSet fields =
        new DataSet()
            .set(Tag.RequestedSOPClassUID, VR.UI, COMMITMENT)
            .set(Tag.RequestedSOPInstanceUID, VR.UI, UID.StorageCommitmentPushModelInstance)
            .set(Tag.ActionTypeID, VR.US, Integer.parseInt(action));
    List<DataSet> items = new java.util.ArrayList<>();
    for (SyntheticObject object : objects) {
      items.add(
          new DataSet()
              .set(Tag.ReferencedSOPClassUID, object.sopClass())
              .set(Tag.ReferencedSOPInstanceUID, object.sopInstance()));
    }
    DataSet data = new DataSet().set(Tag.TransactionUID, "2.25.77");
    data.set(Tag.ReferencedSOPSequence, items);
    return association
        .invoke(
            association.contextsFor(COMMITMENT).get(0),
            DimseCommand.N_ACTION,
            fields,
            Optional.of(data),
            pending -> true)
        .status();
  }

  @Test
  void reportsOnTheSameAssociationWhileItIsOpen() throws Exception {
    DimseService take = this::take;
    try (Association association =
        dimse.open(
            DimseFixture.contexts(COMMITMENT), Map.of(), Map.of(), Map.of(COMMITMENT, take))) {
      assertThat(request(association, "1", safe)).isEqualTo(Status.SUCCESS);
      assertThat(association.serve(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).eventType()).isEqualTo(1);
    DataSet data = reports.get(0).data();
    assertThat(data.string(Tag.TransactionUID)).contains("2.25.77");
    assertThat(data.items(Tag.ReferencedSOPSequence)).hasSize(1);
    assertThat(data.contains(Tag.FailedSOPSequence)).isFalse();
  }

  @Test
  void namesWhatIsNotSafeWithTheReason() throws Exception {
    DimseService take = this::take;
    try (Association association =
        dimse.open(
            DimseFixture.contexts(COMMITMENT), Map.of(), Map.of(), Map.of(COMMITMENT, take))) {
      request(association, "1", safe, gone, unknown);
      association.serve(Duration.ofSeconds(10));
    }
    assertThat(reports.get(0).eventType()).isEqualTo(2);
    DataSet data = reports.get(0).data();
    assertThat(data.items(Tag.ReferencedSOPSequence))
        .extracting(item -> item.string(Tag.ReferencedSOPInstanceUID).orElse(""))
        .containsExactly(safe.sopInstance());
    Map<String, Integer> failed = new HashMap<>();
    for (DataSet item : data.items(Tag.FailedSOPSequence)) {
      failed.put(
          item.string(Tag.ReferencedSOPInstanceUID).orElse(""),
          item.integer(Tag.FailureReason).orElse(0));
    }
    assertThat(failed)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(gone.sopInstance(), 0x0112, unknown.sopInstance(), 0x0112));
  }

  @Test
  void reportsOnANewAssociationWhenTheFirstIsGone() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    FakeServer peer = new FakeServer();
    DicomAuditTrail audit =
        new DicomAuditTrail(() -> "TESTER", java.time.Clock.systemUTC(), message -> {});
    DimseService take = this::take;
    try (DicomListener listener =
        new DicomListener(
            DimseFixture.config(),
            new ArchivePolicy(peer, new AeAccess(peer)),
            Map.of(COMMITMENT, take),
            threads,
            new ArchiveAssociationLog(audit))) {
      listener.start();
      dimse.remote("TESTER", listener.address().getPort());
      try (Association association = dimse.open(COMMITMENT)) {
        request(association, "1", safe);
        association.abort();
      }
      await().untilAsserted(() -> assertThat(reports).hasSize(1));
      assertThat(reports.get(0).eventType()).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void refusesActionsThatAreNotItsOwn() throws Exception {
    try (Association association = dimse.open(COMMITMENT)) {
      assertThat(request(association, "2", safe)).isEqualTo(Status.NO_SUCH_ACTION_TYPE);
      assertThat(request(association, "1")).isEqualTo(Status.INVALID_ARGUMENT_VALUE);
    }
  }
}
