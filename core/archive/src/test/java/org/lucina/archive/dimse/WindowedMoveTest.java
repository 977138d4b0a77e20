package org.lucina.archive.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.ArchivePolicy;
import org.lucina.archive.testing.DimseFixture;
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
import org.lucina.net.ListenerConfig;
import org.lucina.net.Response;
import org.lucina.net.Status;

/** C-MOVE to destinations that take one object at a time, or several. */
class WindowedMoveTest {
  private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;
  private static final int OBJECTS = 40;

  private final List<SyntheticObject> stored = new ArrayList<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private DimseFixture dimse;

  /** What the destination does with an object, by its number from 1 on. */
  private interface Behaviour {
    int statusOf(int number, Exchange exchange);
  }

  @BeforeEach
  void storeASeries() throws Exception {
    dimse = new DimseFixture();
    SyntheticObjects objects = new SyntheticObjects(9);
    for (int instance = 0; instance < OBJECTS; instance++) {
      stored.add(objects.small(1, 1, 1, instance));
      dimse.archive.send(stored.get(instance));
    }
  }

  @AfterEach
  void close() {
    dimse.close();
    threads.shutdown();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void sendsAll(int operations) throws Exception {
    Response last = move(operations, (number, exchange) -> Status.SUCCESS, true);
    assertThat(last.status()).isEqualTo(Status.SUCCESS);
    assertThat(count(last, Tag.NumberOfCompletedSuboperations)).isEqualTo(OBJECTS);
    assertThat(received).containsExactlyElementsOf(uids());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void stopsSoonAtACancelAndCountsWhatWentOut(int operations) throws Exception {
    Response last = move(operations, (number, exchange) -> pause(), false);
    assertThat(last.status()).isEqualTo(Status.CANCEL);
    int completed = count(last, Tag.NumberOfCompletedSuboperations);
    assertThat(completed).isEqualTo(received.size()).isLessThan(OBJECTS);
    assertThat(count(last, Tag.NumberOfRemainingSuboperations)).isEqualTo(OBJECTS - completed);
    assertThat(count(last, Tag.NumberOfFailedSuboperations)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void failsWhatThePeerRefusesAndSendsTheRest(int operations) throws Exception {
    dimse.archive.storage.delete(dimse.archive.record(stored.get(20)).location());
    Response last =
        move(
            operations,
            (number, exchange) -> number % 10 == 0 ? Status.PROCESSING_FAILURE : Status.SUCCESS,
            true);
    assertThat(last.status()).isEqualTo(Status.SUBOPERATIONS_WITH_FAILURES);
    assertThat(count(last, Tag.NumberOfCompletedSuboperations)).isEqualTo(OBJECTS - 4);
    assertThat(failed(last)).hasSize(4).contains(stored.get(20).sopInstance());
    assertThat(received).doesNotContainAnyElementsOf(failed(last)).hasSize(OBJECTS - 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void opensAnotherAssociationWhenOneBreaksAndCountsWhatWasUnderWayAsFailed(int operations)
      throws Exception {
    Response last =
        move(
            operations,
            (number, exchange) -> {
              if (number == 11) {
                exchange.association().abort();
              }
              return Status.SUCCESS;
            },
            true);
    assertThat(last.status()).isEqualTo(Status.SUBOPERATIONS_WITH_FAILURES);
    List<String> failed = failed(last);
    assertThat(failed).hasSizeBetween(1, operations).contains(stored.get(10).sopInstance());
    assertThat(count(last, Tag.NumberOfCompletedSuboperations)).isEqualTo(OBJECTS - failed.size());
    assertThat(received).containsAll(uids().subList(10 + operations, OBJECTS));
  }

  private List<String> uids() {
    return stored.stream().map(SyntheticObject::sopInstance).toList();
  }

  private static int pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Status.SUCCESS;
  }

  private static int count(Response response, int tag) {
    return response.command().integer(tag).orElse(-1);
  }

  private static List<String> failed(Response response) {
    return response.data().orElseThrow().strings(Tag.FailedSOPInstanceUIDList);
  }

  private Response move(int operations, Behaviour behaviour, boolean wanted) throws IOException {
    DicomListener destination = destination(operations, behaviour);
    try (Association association = dimse.open(MOVE)) {
      dimse.remote("OTHER", destination.address().getPort());
      DataSet identifier =
          new DataSet()
              .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
              .set(Tag.StudyInstanceUID, VR.UI, stored.get(0).study());
      return association.invoke(
          association.contextsFor(MOVE).get(0),
          DimseCommand.C_MOVE,
          new DataSet().set(Tag.MoveDestination, VR.AE, "OTHER"),
          Optional.of(identifier),
          pending -> wanted);
    } finally {
      destination.close();
    }
  }

  private DicomListener destination(int operations, Behaviour behaviour) throws IOException {
    AtomicInteger numbers = new AtomicInteger();
    DimseService service =
        exchange -> {
          exchange.data().readAllBytes();
          int status = behaviour.statusOf(numbers.incrementAndGet(), exchange);
          if (status == Status.SUCCESS) {
            received.add(exchange.command().string(Tag.AffectedSOPInstanceUID).orElseThrow());
          }
          exchange.respond(status);
        };
    ListenerConfig base = DimseFixture.config();
    DicomListener listener =
        new DicomListener(
            new ListenerConfig(
                new InetSocketAddress("127.0.0.1", 0),
                Optional.empty(),
                false,
                10,
                10,
                base.maxPduLength(),
                base.requestTimeout(),
                base.idleTimeout(),
                operations),
            new ArchivePolicy(dimse.archive.server, new AeAccess(dimse.archive.server)),
            Map.of(DimseService.ANY_SOP_CLASS, service),
            threads,
            new ArchiveAssociationLog((event, who, studies, objects, success, what) -> {}));
    listener.start();
    return listener;
  }
}
