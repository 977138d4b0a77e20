package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.UID;

/** Data sets that end with a range of a file arrive as they are, however they are brought there. */
class TransferTest {
  private static final int LENGTH = 1_000_001;

  @TempDir Path folder;
  private final byte[] content = new byte[LENGTH];
  private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    new Random(7).nextBytes(content);
    file = Files.write(folder.resolve("object"), content);
  }

  @ParameterizedTest
  @CsvSource({
    "16384, false",
    "65535, false",
    "65536, false",
    "131072, false",
    "0, false",
    "16384, true",
    "131072, true"
  })
  void everyRangeArrives(int maxPdu, boolean tls) throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.maxPduLength = maxPdu;
    Optional<SSLContext> context = Optional.empty();
    if (tls) {
      Certificates certificates = Certificates.make(folder, "both");
      context = Optional.of(certificates.context(Optional.of(certificates)));
      settings.tls = context;
    }
    try (Listening scp = Listening.with(settings, Map.of(UID.CTImageStorage, this::receive));
        FileChannel channel = FileChannel.open(file);
        Association scu = open(scp.port(), context, Duration.ofSeconds(20))) {
      for (int count : new int[] {0, 2, 4096, 65_000, 131_060, 131_062, 300_001, LENGTH - 5}) {
        for (int before : new int[] {0, 1, 20}) {
          store(scu, out -> finish(out, before, new FileSource(channel), count));
          byte[] expected = new byte[(before + count + 1) / 2 * 2];
          System.arraycopy(content, 5, expected, before, count);
          assertThat(received.poll()).as("%d after %d", count, before).isEqualTo(expected);
        }
      }
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void aFileThatEndsTooEarlyAbortsOnlyWhatHasBegunToGoOut() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.CTImageStorage, this::receive));
        FileChannel channel = FileChannel.open(file)) {
      try (Association scu = open(scp.port(), Optional.empty(), Duration.ofSeconds(20))) {
        assertThatThrownBy(() -> store(scu, out -> fromEnd(out, new FileSource(channel), 1000)))
            .isInstanceOf(EOFException.class);
        assertThat(scu.isOpen()).isTrue();
        assertThatThrownBy(() -> store(scu, out -> fromEnd(out, new FileSource(channel), 400_000)))
            .isInstanceOf(EOFException.class);
        assertThat(scu.isOpen()).isFalse();
      }
      assertThat(received).isEmpty();
    }
  }

  @Test
  void aSourceThatCannotBeReadIsItsOwnFailure() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.CTImageStorage, this::receive));
        FileChannel channel = FileChannel.open(file);
        Association scu = open(scp.port(), Optional.empty(), Duration.ofSeconds(20))) {
      FileSource closed = new FileSource(channel);
      channel.close();
      assertThatThrownBy(() -> store(scu, out -> finish(out, 0, closed, 1000)))
          .isInstanceOf(java.nio.channels.ClosedChannelException.class);
      assertThat(scu.isOpen()).isTrue();
    }
  }

  /** The kernel, which copies the file, is not interrupted by closing the socket alone. */
  @Test
  void aPeerThatTakesNothingIsCutOffWhileAFileIsTransferred() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket out = SocketChannel.open(server.getLocalSocketAddress()).socket();
        Socket in = server.accept();
        FileChannel channel = FileChannel.open(file)) {
      Watch watch = new Watch(out);
      Connection connection = new Connection(out, out, watch, Duration.ofMillis(1));
      Thread sweeper = new Thread(() -> sweepUntilClosed(watch));
      sweeper.start();
      FileSource source = new FileSource(channel);
      assertThat(connection.isDirect()).isTrue();
      assertThatThrownBy(
              () -> {
                while (true) {
                  connection.transfer(source, 0, LENGTH);
                }
              })
          .isInstanceOf(SocketTimeoutException.class);
      sweeper.join();
      assertThat(in.isConnected()).isTrue();
    }
  }

  private static void sweepUntilClosed(Watch watch) {
    while (!watch.isClosed()) {
      watch.sweep();
      Thread.onSpinWait();
    }
  }

  private static void fromEnd(OutputStream out, FileSource source, int count) throws IOException {
    ((ChannelOutput) out).finish(source, LENGTH - count / 2, count);
  }

  private static void finish(OutputStream out, int before, FileSource source, int count)
      throws IOException {
    out.write(new byte[before]);
    ((ChannelOutput) out).finish(source, 5, count);
  }

  private void receive(Exchange exchange) throws IOException {
    byte[] data = exchange.data().readAllBytes();
    received.add(data);
    exchange.respond(Status.SUCCESS);
  }

  private static void store(Association scu, DataSource data) throws IOException {
    Response response =
        scu.store(
            scu.contextsFor(UID.CTImageStorage).get(0),
            UID.CTImageStorage,
            "1.2.3",
            Optional.empty(),
            data);
    assertThat(response.status()).isEqualTo(Status.SUCCESS);
  }

  private static Association open(int port, Optional<SSLContext> tls, Duration timeout)
      throws IOException {
    AssociationRequest request =
        Requests.of(
            List.of(
                new PresentationContext(
                    1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian))),
            Map.of(),
            131072,
            1,
            1);
    return Associations.open(
        request, new ConnectOptions("127.0.0.1", port, tls, timeout, timeout, Map.of()));
  }

  /** A file. */
  private record FileSource(FileChannel file) implements ChannelOutput.Source {

    @Override
    public int read(ByteBuffer target, long from) throws IOException {
      return file.read(target, from);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
      long done = 0;
      long sent;
      do {
        sent = file.transferTo(from + done, count - done, target);
        done += sent;
      } while (sent > 0 && done < count);
      return done;
    }
  }
}
