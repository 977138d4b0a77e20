package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.Tool;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Peers that do not take objects, or not all: callers learn which and why. */
class FaultyStorageTest extends FaultyPeerFixture {
  private static final String STORAGE = UID.SecondaryCaptureImageStorage;

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
    closing(Tool.start(folder, "storescp", arguments.toArray(String[]::new)).listeningOn(port));
    return port;
  }

  @Test
  void statusesOfStorageHaveReasons() throws Exception {
    AtomicInteger status = new AtomicInteger();
    Endpoint endpoint =
        storing(
            exchange ->
                exchange.respond(
                    status.get(),
                    new DataSet().set(Tag.ErrorComment, VR.LO, "no room for DOE^JOHN"),
                    Optional.empty()));
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
        storing(
            exchange -> {
              String uid = instance(exchange);
              came.add(uid);
              exchange.respond(uid.equals(second.sopInstance()) ? 0xC000 : 0);
            });

    assertThat(failure(Reason.REFUSED, () -> endpoint.put(study(List.of(first, second, third)))))
        .hasMessageContaining(second.sopInstance());
    assertThat(came)
        .containsExactly(first.sopInstance(), second.sopInstance(), third.sopInstance());
  }

  @Test
  void nothingMoreIsSentToOneThatIsFull() throws Exception {
    List<String> came = new ArrayList<>();
    Endpoint endpoint =
        storing(
            exchange -> {
              came.add(instance(exchange));
              exchange.respond(Status.OUT_OF_RESOURCES);
            });

    failure(Reason.UNAVAILABLE, () -> endpoint.put(study(List.of(first, second, third))));
    assertThat(came).hasSize(1);
  }

  private Endpoint storing(DimseService service) throws Exception {
    return endpoint(new ScriptedPacs().serving(STORAGE, service));
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
}
