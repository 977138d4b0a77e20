package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.UID;

/** The two operations that every archive needs, from our SCU to our SCP. */
class EchoAndStoreTest {
  private static final String CT = UID.SecondaryCaptureImageStorage;

  @Test
  void echoIsAnsweredAndReleased() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.Verification, exchange -> {}))) {
      Association scu = Requests.open(scp.port(), Requests.of(UID.Verification));
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      scu.release();
      assertThat(scu.isOpen()).isFalse();
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void dataOfOddLengthIsPadded() throws Exception {
    List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
    DimseService storage = exchange -> received.add(exchange.data().readAllBytes());
    try (Listening scp = Listening.with(Map.of(CT, storage));
        Association scu = Requests.open(scp.port(), Requests.of(CT))) {
      AcceptedContext context = scu.contextsFor(CT).get(0);
      scu.store(context, CT, "1.2.3", Optional.empty(), out -> out.write(new byte[] {1, 2, 3}));
      assertThat(received).containsExactly(new byte[] {1, 2, 3, 0});
    }
  }

  @Test
  void storedDataArrivesAsItWasSentWhateverItsLength() throws Exception {
    List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
    DimseService storage = exchange -> received.add(exchange.data().readAllBytes());
    try (Listening scp = Listening.with(Map.of(CT, storage));
        Association scu = Requests.open(scp.port(), Requests.of(CT))) {
      AcceptedContext context = scu.contextsFor(CT).get(0);
      int[] lengths = {0, 2, 4082, 4084, 131060, 131062, 131072, 400_000, 5_000_002};
      for (int length : lengths) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        Response response =
            scu.store(context, CT, "1.2.3." + length, Optional.empty(), out -> out.write(data));
        assertThat(response.status()).isEqualTo(Status.SUCCESS);
        assertThat(received.get(received.size() - 1)).isEqualTo(data);
      }
    }
  }
}
