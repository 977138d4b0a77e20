package org.lucina.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseService;
import org.lucina.net.ListenerConfig;

/** The destination of C-MOVE: an SCP that takes all there is, counts it and throws it away. */
public final class MoveReceiver implements AutoCloseable {
  private static final int MAX_ASSOCIATIONS = 64;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Sink sink = new Sink();
  private final DicomListener listener;

  private MoveReceiver(int port) {
    ListenerConfig config =
        new ListenerConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            Optional.empty(),
            false,
            MAX_ASSOCIATIONS,
            MAX_ASSOCIATIONS,
            Scu.MAX_PDU,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            1);
    listener =
        new DicomListener(
            config,
            new AcceptEverything(),
            Map.of(DimseService.ANY_SOP_CLASS, sink),
            threads,
            new FaultsToStandardError());
  }

  /** Begins to listen; port 0 takes a free one. */
  public static MoveReceiver start(int port) throws IOException {
    MoveReceiver receiver = new MoveReceiver(port);
    receiver.listener.start();
    return receiver;
  }

  /** Where it listens. */
  public DicomAddress address() {
    return new DicomAddress(Scu.AE_TITLE, listener.address().getPort());
  }

  /** What has come since this was last asked. */
  Tally take() {
    return sink.take();
  }

  @Override
  public void close() {
    listener.close();
    threads.shutdownNow();
  }
}
