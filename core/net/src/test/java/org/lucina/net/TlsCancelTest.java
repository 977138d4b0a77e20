package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;

/** Looking for a C-CANCEL under TLS while its record arrives byte by byte loses none of them. */
class TlsCancelTest {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;

  @TempDir Path folder;

  @Test
  void aCancelThatTricklesInIsSeenAndTheAssociationLivesOn() throws Exception {
    Certificates certificates = Certificates.make(folder, "both");
    AtomicInteger looks = new AtomicInteger();
    DimseService find =
        exchange -> {
          exchange.readData();
          exchange.respond(Status.PENDING);
          while (!exchange.isCancelled()) {
            looks.incrementAndGet();
            pause(1);
          }
          exchange.respond(Status.CANCEL);
        };
    Listening.Settings settings = new Listening.Settings();
    settings.tls = Optional.of(certificates.context(Optional.of(certificates)));
    Map<String, DimseService> services = Map.of(FIND, find, UID.Verification, exchange -> {});
    try (Listening scp = Listening.with(settings, services);
        Trickle trickle = new Trickle(scp.port());
        Association scu =
            Associations.open(
                Requests.of(FIND, UID.Verification),
                new ConnectOptions(
                    "127.0.0.1",
                    trickle.port(),
                    settings.tls,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Map.of()))) {
      Response last =
          scu.invoke(
              scu.contextsFor(FIND).get(0),
              DimseCommand.C_FIND,
              new DataSet(),
              Optional.of(new DataSet().set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")),
              pending -> {
                trickle.slow = true;
                return false;
              });
      assertThat(last.status()).isEqualTo(Status.CANCEL);
      assertThat(looks.get()).isGreaterThan(10);
      trickle.slow = false;
      assertThat(scu.echo().status()).isEqualTo(Status.SUCCESS);
      assertThat(scp.faults).isEmpty();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Passes a connection on, one direction byte by byte when it is to be slow. */
  private static final class Trickle implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int target;
    private volatile boolean slow;

    Trickle(int target) throws IOException {
      this.target = target;
      threads.submit(this::connect);
    }

    int port() {
      return server.getLocalPort();
    }

    private Void connect() throws IOException {
      Socket in = server.accept();
      Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
      out.setTcpNoDelay(true);
      threads.submit(() -> out.getInputStream().transferTo(in.getOutputStream()));
      threads.submit(() -> pass(in.getInputStream(), out.getOutputStream()));
      return null;
    }

    private Void pass(InputStream in, OutputStream out) throws IOException {
      byte[] buffer = new byte[1024];
      int count = in.read(buffer);
      while (count >= 0) {
        int piece = slow ? 1 : count;
        for (int at = 0; at < count; at += piece) {
          out.write(buffer, at, piece);
          pause(piece == 1 ? 12 : 0);
        }
        count = in.read(buffer);
      }
      out.close();
      return null;
    }

    @Override
    public void close() throws IOException {
      server.close();
      threads.shutdownNow();
    }
  }
}
