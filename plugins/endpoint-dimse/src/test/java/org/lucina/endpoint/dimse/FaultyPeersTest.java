package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.find;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;
import org.lucina.net.AssociationPolicy.Rejection;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Peers that are away, refuse, fail or break off: callers learn what happened. */
class FaultyPeersTest {
  private static final String STORAGE = UID.SecondaryCaptureImageStorage;
  private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;

  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject third = objects.small(1, 1, 1, 3);
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private Endpoint endpoint(int port, String... properties) throws Exception {
    LocalContext context = Endpoints.context(port).folder(folder.resolve("state"));
    open.add(context);
    Endpoint endpoint = Endpoints.open(context, properties);
    open.add(endpoint);
    return endpoint;
  }

  private Endpoint endpoint(ScriptedPacs pacs, String... properties) throws Exception {
    open.add(pacs);
    return endpoint(pacs.start().port(), properties);
  }

  private static EndpointException failure(Reason reason, ThrowingCallable call) {
    EndpointException e = catchThrowableOfType(EndpointException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
    return e;
  }

  @Test
  void oneThatIsAwayIsUnavailable() throws Exception {
    Endpoint endpoint = endpoint(Tool.freePort());

    failure(Reason.UNAVAILABLE, endpoint::check);
    failure(Reason.UNAVAILABLE, () -> find(endpoint, DicomLevel.STUDY, ""));
    failure(Reason.UNAVAILABLE, () -> endpoint.put(dixel(first)));
    failure(Reason.UNAVAILABLE, () -> endpoint.exists(Reference.study("1.2.3")));
    failure(Reason.UNAVAILABLE, () -> endpoint.get(Reference.study("1.2.3"), Set.of(View.FILE)));
  }

  @Test
  void oneThatIsNotConfiguredIsUnavailable() throws Exception {
    LocalContext context = new LocalContext();
    open.add(context);
    Endpoint endpoint = Endpoints.open(context);
    open.add(endpoint);

    assertThat(failure(Reason.UNAVAILABLE, endpoint::check))
        .hasMessage("remote AE 'pacs' is not configured");
  }

  @Test
  void rejectionsAreForGoodOrForNow() throws Exception {
    Endpoint never = endpoint(new ScriptedPacs().rejecting(Rejection.CALLING_AE_TITLE));
    assertThat(failure(Reason.REFUSED, never::check))
        .hasMessageContaining("calling AE title not recognized");
    failure(Reason.REFUSED, () -> never.put(study(List.of(first, second))));

    Endpoint later = endpoint(new ScriptedPacs().rejecting(Rejection.LOCAL_LIMIT));
    failure(Reason.UNAVAILABLE, later::check);
  }

  @Test
  void aRefusingStorescpIsRefused() throws Exception {
    Endpoint endpoint = endpoint(storescp("--refuse"));
    failure(Reason.REFUSED, () -> endpoint.put(dixel(first)));
  }

  @Test
  void anAbortDuringOrAfterAnObjectMayBeTriedAgain() throws Exception {
    for (String when : List.of("--abort-during", "--abort-after")) {
      Endpoint endpoint = endpoint(storescp(when));
      failure(Reason.FAILED, () -> endpoint.put(dixel(objects.ct(1, 1, 1, 1))));
    }
  }

  private int storescp(String... options) throws Exception {
    int port = Tool.freePort();
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("-od", Files.createTempDirectory(folder, "out").toString(), "" + port));
    open.add(Tool.start(folder, "storescp", arguments.toArray(String[]::new)).listeningOn(port));
    return port;
  }

  @Test
  void statusesOfStorageHaveReasons() throws Exception {
    AtomicInteger status = new AtomicInteger();
    Endpoint endpoint =
        endpoint(
            new ScriptedPacs()
                .serving(
                    STORAGE,
                    exchange ->
                        exchange.respond(
                            status.get(),
                            new DataSet().set(Tag.ErrorComment, VR.LO, "no room for DOE^JOHN"),
                            Optional.empty())));
    for (int taken : new int[] {0x0000, 0xB000, 0xB006, 0xB007, 0x0111}) {
      status.set(taken);
      assertThat(endpoint.put(dixel(first)).identifier()).contains(first.sopInstance());
    }
    status.set(0xA700);
    assertThat(failure(Reason.UNAVAILABLE, () -> endpoint.put(dixel(first))))
        .hasMessageContaining(first.sopInstance())
        .hasMessageEndingWith("status A700 (out of resources)");
    for (int refused : new int[] {0xA900, 0xC001, 0x0122, 0x0124}) {
      status.set(refused);
      failure(Reason.REFUSED, () -> endpoint.put(dixel(first)));
    }
    status.set(0x0110);
    failure(Reason.FAILED, () -> endpoint.put(dixel(first)));
  }

  @Test
  void whatComesAfterOneThatIsRefusedIsSent() throws Exception {
    List<String> came = new ArrayList<>();
    Endpoint endpoint =
        endpoint(
            new ScriptedPacs()
                .serving(
                    STORAGE,
                    exchange -> {
                      String uid = instance(exchange);
                      came.add(uid);
                      exchange.respond(uid.equals(second.sopInstance()) ? 0xC000 : 0);
                    }));

    assertThat(failure(Reason.REFUSED, () -> endpoint.put(study(List.of(first, second, third)))))
        .hasMessageContaining(second.sopInstance());
    assertThat(came)
        .containsExactly(first.sopInstance(), second.sopInstance(), third.sopInstance());
  }

  @Test
  void nothingMoreIsSentToOneThatIsFull() throws Exception {
    List<String> came = new ArrayList<>();
    Endpoint endpoint =
        endpoint(
            new ScriptedPacs()
                .serving(
                    STORAGE,
                    exchange -> {
                      came.add(instance(exchange));
                      exchange.respond(Status.OUT_OF_RESOURCES);
                    }));

    failure(Reason.UNAVAILABLE, () -> endpoint.put(study(List.of(first, second, third))));
    assertThat(came).hasSize(1);
  }

  private static String instance(Exchange exchange) {
    return exchange.command().string(Tag.AffectedSOPInstanceUID).orElseThrow();
  }

  @Test
  void compressedObjectsGoOnlyWhereTheyAreTaken() throws Exception {
    SyntheticObject compressed = objects.encapsulated(1, 1, 2, 1, 2, 1);
    Endpoint plain = endpoint(storescp());
    assertThat(failure(Reason.REFUSED, () -> plain.put(study(List.of(first, compressed, second)))))
        .hasMessageContaining("accepts no transfer syntax")
        .hasMessageContaining(compressed.sopInstance());

    Endpoint all = endpoint(storescp("+xa"));
    all.put(study(List.of(first, compressed, objects.ct(1, 1, 3, 1), second)));
  }

  @Test
  void statusesOfQueriesHaveReasons() throws Exception {
    Endpoint full = endpoint(new ScriptedPacs().finding(Status.PENDING, 0xA700));
    assertThat(failure(Reason.UNAVAILABLE, () -> find(full, DicomLevel.STUDY, "")))
        .hasMessageEndingWith("C-FIND with status A700 (out of resources)");
    Endpoint strange = endpoint(new ScriptedPacs().finding(Status.PENDING, 0xA900));
    failure(Reason.REFUSED, () -> find(strange, DicomLevel.STUDY, ""));
    Endpoint broken = endpoint(new ScriptedPacs().finding(Status.PENDING, 0xC001));
    failure(Reason.FAILED, () -> find(broken, DicomLevel.STUDY, ""));
    Endpoint none = endpoint(new ScriptedPacs().serving(UID.Verification, exchange -> {}));
    assertThat(failure(Reason.UNSUPPORTED, () -> find(none, DicomLevel.STUDY, "")))
        .hasMessageContaining("does not accept C-FIND");
    assertThat(none.check()).endsWith("answers C-ECHO");
  }

  @Test
  void anAbortAmidAnswersIsToldAfterThem() throws Exception {
    Endpoint endpoint =
        endpoint(
            new ScriptedPacs()
                .serving(
                    UID.StudyRootQueryRetrieveInformationModelFind,
                    exchange -> {
                      exchange.readData();
                      exchange.respond(
                          Status.PENDING,
                          new DataSet(),
                          Optional.of(new DataSet().set(Tag.StudyInstanceUID, "1.2.3")));
                      exchange.association().abort();
                    }));
    List<String> found = new ArrayList<>();
    failure(
        Reason.FAILED,
        () ->
            endpoint.find(
                Query.of(DicomLevel.STUDY).build(),
                dixel -> found.add(dixel.reference().toString())));
    assertThat(found).containsExactly("study 1.2.3");
  }

  @Test
  void aRetrievalThatBreaksOffLeavesNoFiles() throws Exception {
    Endpoint endpoint =
        endpoint(
            retrievable()
                .serving(
                    GET,
                    exchange -> {
                      exchange.readData();
                      send(exchange, first);
                      exchange.association().abort();
                    }));

    failure(Reason.FAILED, () -> endpoint.get(Reference.study(first.study()), Set.of(View.FILE)));
    assertThat(folder.resolve("state/received")).isEmptyDirectory();
  }

  @Test
  void aRetrievalThatIsNotWholeFails() throws Exception {
    Endpoint endpoint =
        endpoint(
            retrievable()
                .serving(
                    GET,
                    exchange -> {
                      exchange.readData();
                      send(exchange, first);
                      exchange.respond(
                          Status.SUBOPERATIONS_WITH_FAILURES,
                          new DataSet()
                              .set(Tag.NumberOfCompletedSuboperations, VR.US, 1)
                              .set(Tag.NumberOfFailedSuboperations, VR.US, 1)
                              .set(Tag.NumberOfWarningSuboperations, VR.US, 0),
                          Optional.of(
                              new DataSet()
                                  .set(Tag.FailedSOPInstanceUIDList, second.sopInstance())));
                    }));

    assertThat(
            failure(
                Reason.FAILED,
                () -> endpoint.get(Reference.study(first.study()), Set.of(View.FILE))))
        .hasMessageContaining("could not send 1 of 2 instances")
        .hasMessageContaining(second.sopInstance());
  }

  @Test
  void objectsThatWereNotAskedForAreRefused() throws Exception {
    SyntheticObject stranger = objects.small(9, 9, 9, 9);
    List<Integer> statuses = new ArrayList<>();
    Endpoint endpoint =
        endpoint(
            retrievable()
                .serving(
                    GET,
                    exchange -> {
                      exchange.readData();
                      statuses.add(send(exchange, stranger));
                      statuses.add(send(exchange, first));
                      exchange.respond(Status.SUCCESS);
                    }));

    assertThat(Endpoints.instances(endpoint.get(Reference.study(first.study()), Set.of(View.FILE))))
        .hasSize(1);
    assertThat(statuses).containsExactly(Status.NOT_AUTHORIZED, Status.SUCCESS);
  }

  /** Has one series of one instance, as far as queries tell. */
  private ScriptedPacs retrievable() {
    return new ScriptedPacs()
        .finding(
            new DataSet()
                .set(Tag.SOPClassUID, STORAGE)
                .set(Tag.StudyInstanceUID, first.study())
                .set(Tag.SeriesInstanceUID, first.series())
                .set(Tag.SOPInstanceUID, first.sopInstance()));
  }

  private static int send(Exchange exchange, SyntheticObject object) throws IOException {
    return exchange
        .association()
        .store(
            exchange.association().contextsFor(STORAGE).get(0),
            STORAGE,
            object.sopInstance(),
            Optional.empty(),
            out -> out.write(object.bare()))
        .status();
  }

  @Test
  void oneThatIsSilentIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Endpoint endpoint = endpoint(silent.getLocalPort(), "connect-timeout", "PT0.3S");
      EndpointException e = catchThrowableOfType(EndpointException.class, endpoint::check);
      assertThat(e.isTransient()).isTrue();
    }
    DimseService sleeping =
        exchange -> {
          exchange.readData();
          try {
            Thread.sleep(20_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Endpoint endpoint =
        endpoint(
            new ScriptedPacs().serving(UID.StudyRootQueryRetrieveInformationModelFind, sleeping),
            "response-timeout",
            "PT0.5S");
    EndpointException e =
        catchThrowableOfType(EndpointException.class, () -> find(endpoint, DicomLevel.STUDY, ""));
    assertThat(e.isTransient()).isTrue();
  }

  @Test
  void anInterruptedThreadEndsItsCall() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Endpoint endpoint = endpoint(silent.getLocalPort());
      List<Exception> faults = new CopyOnWriteArrayList<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  endpoint.check();
                } catch (EndpointException e) {
                  faults.add(e);
                }
              });
      caller.start();
      silent.accept();
      caller.interrupt();
      caller.join(5_000);

      assertThat(caller.isAlive()).isFalse();
      assertThat(faults)
          .singleElement()
          .satisfies(e -> assertThat(e).hasMessageContaining("interrupted"));
    }
  }
}
