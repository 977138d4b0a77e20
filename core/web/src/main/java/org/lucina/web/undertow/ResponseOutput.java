package org.lucina.web.undertow;

import io.undertow.io.BufferWritableOutputStream;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;
import jakarta.servlet.ServletOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.lucina.net.ChannelOutput;

/**
 * The body of a response. Ranges of stored objects are sent by the kernel where nothing stands
 * between them and the socket: neither TLS nor chunks nor frames of HTTP/2. More may be written
 * after a range, as the next part of a multipart body is.
 */
public final class ResponseOutput extends ChannelOutput {
  private static final int BUFFER = 128 << 10;

  private final OutputStream out;

  /** Writes to the entity stream of the request that this thread serves. */
  public ResponseOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void finish(Source source, long from, long count) throws IOException {
    // Header fields are settled by what is written first, be it nothing.
    out.write(new byte[0], 0, 0);
    Optional<ServletOutputStream> direct = direct();
    if (direct.isPresent() && direct.get() instanceof BufferWritableOutputStream buffered) {
      buffered.transferFrom(new RangeChannel(source, from, count));
    } else {
      copy(source, from, count);
    }
  }

  private static Optional<ServletOutputStream> direct() throws IOException {
    ServletRequestContext current = ServletRequestContext.current();
    if (current == null) {
      return Optional.empty();
    }
    HttpServerExchange exchange = current.getExchange();
    boolean plain =
        exchange.getConnection().getSslSessionInfo() == null
            && Protocols.HTTP_1_1.equals(exchange.getProtocol())
            && exchange.getResponseHeaders().contains(Headers.CONTENT_LENGTH);
    return plain ? Optional.of(current.getOriginalResponse().getOutputStream()) : Optional.empty();
  }

  private void copy(Source source, long from, long count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, count)));
    for (long left = count; left > 0; ) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), left));
      int got = source.read(buffer, from + count - left);
      if (got < 0) {
        throw new EOFException("a stored object lacks " + left + " bytes");
      }
      out.write(buffer.array(), 0, got);
      left -= got;
    }
  }
}
