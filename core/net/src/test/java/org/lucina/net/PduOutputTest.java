package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages are cut into P-DATA-TF PDUs (PS3.8 9.3.5, E.1). */
class PduOutputTest {

  interface Sending {
    void with(PduOutput output) throws IOException;
  }

  @Test
  void aCommandAndADataSetAreTheseBytes() throws Exception {
    byte[] sent =
        sent(
            16384,
            output -> {
              output.begin(5, true);
              output.write(new byte[] {1, 2}, 0, 2);
              output.end();
              output.begin(5, false);
              output.write(3);
              output.write(4);
              output.end();
            });
    assertThat(HexFormat.of().formatHex(sent))
        .isEqualTo(
            "040000000008"
                + "00000004"
                + "0503"
                + "0102"
                + "040000000008"
                + "00000004"
                + "0502"
                + "0304");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 9, 100, 4095, 4096, 16384, 16385, 131072, 1 << 30})
  void noPduIsLongerThanThePeerTakesAndAllFragmentsAreEven(int max) throws Exception {
    Random random = new Random(max);
    for (int length : new int[] {0, 2, 100, 5000, 140_000, 600_000}) {
      if (max > 0 && length / max > 5000) {
        continue;
      }
      byte[] data = new byte[length];
      random.nextBytes(data);
      byte[] sent =
          sent(
              max,
              output -> {
                output.begin(1, true);
                output.write(new byte[120], 0, 120);
                output.end();
                output.begin(1, false);
                for (int at = 0; at < length; ) {
                  int count = Math.min(length - at, 1 + random.nextInt(40_000));
                  output.write(data, at, count);
                  at += count;
                }
                output.end();
              });
      assertThat(dataOf(sent, max)).isEqualTo(data);
    }
  }

  /** Takes PDUs apart and puts the data set's fragments together. */
  private static byte[] dataOf(byte[] sent, int max) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(sent);
    boolean last = false;
    while (in.hasRemaining()) {
      assertThat(in.getShort()).isEqualTo((short) 0x0400);
      int length = in.getInt();
      assertThat(length).isBetween(6, max == 0 ? Integer.MAX_VALUE : max);
      assertThat(in.getInt()).isEqualTo(length - 4);
      assertThat(length % 2).isZero();
      assertThat(in.get()).isEqualTo((byte) 1);
      int control = in.get();
      byte[] fragment = new byte[length - 6];
      in.get(fragment);
      if ((control & 1) == 0) {
        assertThat(last).isFalse();
        data.writeBytes(fragment);
        last = (control & 2) != 0;
      }
    }
    assertThat(last).isTrue();
    return data.toByteArray();
  }

  private static byte[] sent(int max, Sending sending) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket out = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket in = server.accept()) {
      Connection connection = new Connection(out, out, new Watch(out), Duration.ofSeconds(10));
      CompletableFuture<byte[]> received =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return in.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      PduOutput output = new PduOutput(connection, max);
      sending.with(output);
      output.flush();
      out.shutdownOutput();
      return received.get();
    }
  }
}
