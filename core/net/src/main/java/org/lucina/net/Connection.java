package org.lucina.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** A TCP or TLS connection on which every wait for the peer is bounded. */
final class Connection {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int TIMEOUT_TOLERANCE_MILLIS = 50;
  private static final int POLL_MILLIS = 10;

  /** What each byte gives back of the patience, so that 256 a second are fast enough. */
  private static final long NANOS_PER_BYTE = 1_000_000_000 / 256;

  private final Socket socket;
  private final InputStream transportInput;
  private final InputStream input;
  private final OutputStream output;
  private final Optional<SocketChannel> channel;
  private final Watch watch;
  private final Duration writeTimeout;
  private final ReentrantLock writing = new ReentrantLock();
  private long patienceNanos;
  private long mostNanos;
  private int socketTimeout;

  /**
   * Takes over a connected socket.
   *
   * @param transport the TCP socket
   * @param socket the same, or the TLS socket on top of it
   */
  Connection(Socket transport, Socket socket, Watch watch, Duration writeTimeout)
      throws IOException {
    this.socket = socket;
    this.transportInput = transport.getInputStream();
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
    this.channel =
        socket == transport ? Optional.ofNullable(transport.getChannel()) : Optional.empty();
    this.watch = watch;
    this.writeTimeout = writeTimeout;
  }

  /** Sets how long all following reads together may wait. */
  void patience(Duration limit) {
    patienceNanos = limit.toNanos();
    mostNanos = 0;
  }

  /**
   * Sets how long all following reads together may wait, where what they read gives time back: a
   * peer that goes on at a fair pace is never late, one that sends a few bytes now and then is.
   */
  void pace(Duration limit) {
    patience(limit);
    mostNanos = patienceNanos;
  }

  /**
   * Reads what is there, waiting for the first byte; the time is taken from the patience.
   *
   * @return bytes read, -1 when the peer has closed
   * @throws SocketTimeoutException when the patience is at its end
   */
  int read(byte[] target, int offset, int length) throws IOException {
    if (patienceNanos <= 0) {
      throw new SocketTimeoutException("No more data in time");
    }
    timeout((int) Math.min(Integer.MAX_VALUE, patienceNanos / NANOS_PER_MILLI + 1));
    long begin = System.nanoTime();
    try {
      int count = input.read(target, offset, length);
      if (patienceNanos < mostNanos) {
        patienceNanos = Math.min(mostNanos, patienceNanos + count * NANOS_PER_BYTE);
      }
      return count;
    } catch (IOException e) {
      throw explained(e);
    } finally {
      patienceNanos -= System.nanoTime() - begin;
    }
  }

  /** Reads what is there without waiting; 0 when there is nothing. */
  int poll(byte[] target, int offset, int length) throws IOException {
    if (input.available() == 0 && transportInput.available() == 0) {
      return 0;
    }
    // Under TLS, bytes may be there but no whole record, or none that carries data.
    timeout(POLL_MILLIS);
    try {
      return input.read(target, offset, length);
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      throw explained(e);
    }
  }

  /** Writes all bytes; a peer that does not take them within the write timeout is cut off. */
  void write(byte[] source, int offset, int length) throws IOException {
    writing.lock();
    watch.arm(writeTimeout);
    try {
      output.write(source, offset, length);
    } catch (IOException e) {
      throw explained(e);
    } finally {
      watch.disarm();
      writing.unlock();
    }
  }

  /** Whether the bytes of a file can go to the socket without passing through the process. */
  boolean isDirect() {
    return channel.isPresent();
  }

  /**
   * Has a source write to the socket, within the write timeout, when {@link #isDirect}.
   *
   * @return bytes written; fewer than asked for when the source ends before
   */
  long transfer(ChannelOutput.Source source, long from, long count) throws IOException {
    writing.lock();
    watch.arm(writeTimeout);
    try {
      return source.transferTo(from, count, channel.orElseThrow());
    } catch (IOException e) {
      throw explained(e);
    } finally {
      watch.disarm();
      writing.unlock();
    }
  }

  /** Writes last words from another thread, unless the connection's own is writing, and closes. */
  void writeAndClose(byte[] source) {
    if (writing.tryLock()) {
      try {
        watch.arm(writeTimeout);
        output.write(source);
      } catch (IOException e) {
        // Closing is all that is left to do, and comes next.
        watch.closeTransport();
      } finally {
        writing.unlock();
      }
    }
    watch.closeTransport();
  }

  /** Bounds all that follows until {@link #endLimit}. */
  void beginLimit(Duration limit) {
    watch.arm(limit);
  }

  /** Ends the bound. */
  void endLimit() {
    watch.disarm();
  }

  /** Closes, with TLS's farewell when the peer takes it in time. */
  void close() {
    watch.arm(writeTimeout);
    try {
      socket.close();
    } catch (IOException e) {
      watch.closeTransport();
    }
    watch.disarm();
    watch.closeTransport();
  }

  InetSocketAddress remoteAddress() {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  /** Whom TLS has authenticated. */
  Optional<Principal> tlsPeer() {
    if (!(socket instanceof SSLSocket tls)) {
      return Optional.empty();
    }
    try {
      return Optional.of(tls.getSession().getPeerPrincipal());
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private void timeout(int millis) throws IOException {
    if (Math.abs(millis - socketTimeout) > TIMEOUT_TOLERANCE_MILLIS || millis < socketTimeout) {
      socket.setSoTimeout(millis);
      socketTimeout = millis;
    }
  }

  private IOException explained(IOException e) {
    if (!watch.expired() || e instanceof SocketTimeoutException) {
      return e;
    }
    SocketTimeoutException late = new SocketTimeoutException("The peer was too slow");
    late.initCause(e);
    return late;
  }
}
