package org.lucina.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Accepts associations on a TCP port and has their requests performed by services. */
public final class DicomListener implements Closeable {
  private static final int SWEEP_MILLIS = 250;
  private static final int BACKLOG = 256;

  /** Connections beyond the associations allowed: these are answered by A-ASSOCIATE-RJ. */
  private static final int SPARE_CONNECTIONS = 32;

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration LAST_GRACE = Duration.ofSeconds(1);

  private final ListenerConfig config;
  private final AcceptedConnection.Context context;
  private final Executor threads;
  private final AssociationLog log;
  private final AssociationLimits limits;
  private final Set<AcceptedConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile Optional<ServerSocket> server = Optional.empty();
  private volatile boolean closing;
  private long lastSweep;

  /**
   * Prepares a listener.
   *
   * @param services what is served, by SOP class; {@link DimseService#ANY_SOP_CLASS} for all others
   * @param threads runs one task for the listener itself and one for each association, each at once
   *     on a thread of its own
   * @param log told of associations as they come and go
   */
  public DicomListener(
      ListenerConfig config,
      AssociationPolicy policy,
      Map<String, DimseService> services,
      Executor threads,
      AssociationLog log) {
    this.config = config;
    this.threads = threads;
    this.log = log;
    this.limits = new AssociationLimits(config.maxAssociations());
    this.context = new AcceptedConnection.Context(config, policy, services, limits, log);
  }

  /** Binds the port and begins to accept. */
  public void start() throws IOException {
    // Of a channel, so that connections are, too: files can be transferred to these.
    ServerSocket socket = ServerSocketChannel.open().socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(config.address(), BACKLOG);
      socket.setSoTimeout(SWEEP_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    server = Optional.of(socket);
    threads.execute(() -> run(socket));
  }

  /** Where it listens, with the port that was bound when 0 was asked for. */
  public InetSocketAddress address() {
    return server
        .map(socket -> (InetSocketAddress) socket.getLocalSocketAddress())
        .orElse(config.address());
  }

  /** Number of open associations. */
  public int openAssociations() {
    return limits.total();
  }

  /** Accepts no more, lets requests in progress end within 5 s, then aborts what is left. */
  @Override
  public void close() {
    closing = true;
    server.ifPresent(this::close);
    connections.forEach(connection -> connection.close(false));
    awaitEnd(GRACE);
    connections.forEach(connection -> connection.close(true));
    awaitEnd(LAST_GRACE);
  }

  private void awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (connections) {
      try {
        long left = limit.toMillis();
        while (!connections.isEmpty() && left > 0) {
          connections.wait(left);
          left = (deadline - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.failed(config.address(), e);
    }
  }

  /** Accepts connections, and between them cuts off those that are late; ends with the last. */
  private void run(ServerSocket socket) {
    while (!closing) {
      try {
        admit(socket.accept());
      } catch (SocketTimeoutException e) {
        // Nobody came: time to sweep.
        lastSweep = 0;
      } catch (IOException e) {
        if (!closing) {
          // Out of file descriptors, as a rule: others must end first.
          log.failed(config.address(), e);
          pause();
        }
      }
      sweepNowAndThen();
    }
    while (!connections.isEmpty()) {
      pause();
      sweepNowAndThen();
    }
  }

  private void admit(Socket socket) throws IOException {
    InetSocketAddress peer = (InetSocketAddress) socket.getRemoteSocketAddress();
    // The receive buffer is the kernel's to size: it grows with the peer's speed, unless it is set.
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    if (connections.size() >= config.maxAssociations() + SPARE_CONNECTIONS) {
      socket.close();
      log.failed(peer, new AssociationException("Too many connections"));
      return;
    }
    AcceptedConnection connection = new AcceptedConnection(context, socket);
    connections.add(connection);
    try {
      threads.execute(() -> handle(connection));
    } catch (RejectedExecutionException e) {
      end(connection);
      socket.close();
      log.failed(peer, e);
    }
  }

  private void handle(AcceptedConnection connection) {
    try {
      if (closing) {
        connection.close(true);
      }
      connection.run();
    } finally {
      end(connection);
    }
  }

  private void end(AcceptedConnection connection) {
    synchronized (connections) {
      connections.remove(connection);
      connections.notifyAll();
    }
  }

  private void sweepNowAndThen() {
    long now = System.nanoTime();
    if (lastSweep == 0 || now - lastSweep > SWEEP_MILLIS * 1_000_000L) {
      lastSweep = now;
      connections.forEach(AcceptedConnection::sweep);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SWEEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
