package org.lucina.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseService;
import org.lucina.net.ListenerConfig;

/** A listener on a free port of the loopback interface. */
record TestListener(DicomListener listener) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static TestListener start(Executor threads, Map<String, DimseService> services)
      throws IOException {
    ListenerConfig config =
        new ListenerConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            false,
            20,
            20,
            Scu.MAX_PDU,
            PATIENCE,
            PATIENCE,
            1);
    DicomListener listener =
        new DicomListener(
            config, new AcceptEverything(), services, threads, new FaultsToStandardError());
    listener.start();
    return new TestListener(listener);
  }

  int port() {
    return listener.address().getPort();
  }

  void close() {
    listener.close();
  }
}
