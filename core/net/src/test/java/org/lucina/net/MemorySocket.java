package org.lucina.net;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket whose peer has sent some bytes and then closed, without a network. */
final class MemorySocket extends Socket {
  private final InputStream in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean closed;

  MemorySocket(byte[] sent) {
    this.in = new ByteArrayInputStream(sent);
  }

  /** What was written to the peer. */
  byte[] answered() {
    return out.toByteArray();
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 104);
  }

  @Override
  public void setSoTimeout(int timeout) {
    // Bytes that are there already are not waited for.
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
