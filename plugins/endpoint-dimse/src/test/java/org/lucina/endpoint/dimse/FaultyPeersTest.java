package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.find;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.Tool;
import org.lucina.net.AssociationPolicy.Rejection;
import org.lucina.net.DimseService;
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
class FaultyPeersTest extends FaultyPeerFixture {
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
    Endpoint endpoint = closing(Endpoints.open(closing(new LocalContext())));

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
