package org.lucina.net;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * A time limit on what a socket timeout cannot bound: a write to a peer that does not read, and an
 * opening handshake as a whole. Whoever sweeps it closes the connection under the blocked thread.
 */
final class Watch {
  private static final long NONE = Long.MAX_VALUE;

  private final Socket transport;
  private final long origin = System.nanoTime();
  private volatile long deadline = NONE;
  private volatile boolean expired;

  Watch(Socket transport) {
    this.transport = transport;
  }

  /** Begins a limit; one that is under way is replaced. */
  void arm(Duration limit) {
    deadline = System.nanoTime() - origin + limit.toNanos();
  }

  /** Ends the limit. */
  void disarm() {
    deadline = NONE;
  }

  /** Closes the connection when the limit has passed. */
  void sweep() {
    if (System.nanoTime() - origin > deadline) {
      expired = true;
      deadline = NONE;
      closeTransport();
    }
  }

  /** Whether the connection was closed for lateness. */
  boolean expired() {
    return expired;
  }

  /** Closes the TCP connection at once, below TLS, whose own close may block. */
  void closeTransport() {
    try {
      // Closing does not wake a thread that the kernel keeps copying a file; this does.
      transport.shutdownOutput();
    } catch (IOException e) {
      // It is not connected, or no longer; what remains is to close it.
    }
    try {
      transport.close();
    } catch (IOException e) {
      // The descriptor is gone either way, and the thread that uses it gets its own exception.
    }
  }

  boolean isClosed() {
    return transport.isClosed();
  }
}
