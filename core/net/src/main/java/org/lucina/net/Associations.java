package org.lucina.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.lucina.net.pdu.PduException;

/** Opens associations as requestor. */
public final class Associations {
  private static final int SWEEP_MILLIS = 500;

  private Associations() {}

  /**
   * Connects and negotiates.
   *
   * @throws AssociationException when the peer rejects or aborts
   * @throws IOException when it cannot be reached in time
   */
  public static Association open(AssociationRequest request, ConnectOptions options)
      throws IOException {
    long begin = System.nanoTime();
    Socket transport = SocketChannel.open().socket();
    Watch watch = new Watch(transport);
    try {
      transport.setTcpNoDelay(true);
      transport.setKeepAlive(true);
      transport.connect(
          new InetSocketAddress(options.host(), options.port()),
          Math.toIntExact(options.connectTimeout().toMillis()));
      watchOver(watch);
      Socket socket = transport;
      if (options.tls().isPresent()) {
        watch.arm(options.connectTimeout().minusNanos(System.nanoTime() - begin));
        SSLSocket tls = Tls.client(options.tls().get(), transport);
        tls.startHandshake();
        watch.disarm();
        socket = tls;
      }
      Connection connection = new Connection(transport, socket, watch, options.responseTimeout());
      Duration left = options.connectTimeout().minusNanos(System.nanoTime() - begin);
      return negotiate(connection, request, options, left);
    } catch (IOException | RuntimeException e) {
      watch.closeTransport();
      throw e;
    }
  }

  private static Association negotiate(
      Connection connection, AssociationRequest request, ConnectOptions options, Duration left)
      throws IOException {
    UpperLayer upper =
        new UpperLayer(connection, true, request.maxPduLength(), left, options.responseTimeout());
    try {
      Negotiated negotiated =
          Acceptance.read(request, upper.associate(AssociateMapping.toPdu(request)));
      return new Session(upper, true, negotiated, options.services(), ServiceFaults::abortAndThrow);
    } catch (PduException e) {
      throw upper.fail(e);
    }
  }

  /** Sweeps a watch as long as its connection is open, on the JDK's own timer thread. */
  private static void watchOver(Watch watch) {
    CompletableFuture.delayedExecutor(SWEEP_MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(
            () -> {
              watch.sweep();
              if (!watch.isClosed()) {
                watchOver(watch);
              }
            });
  }
}
