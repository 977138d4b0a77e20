package org.lucina.spi.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;

/** The body of a request on its way: how far it is, and whether its source failed. */
final class Upload implements AutoCloseable {
  private final OptionalLong length;
  private final Optional<InputStream> source;
  private volatile long sent;
  private volatile IOException fault;

  private Upload(OptionalLong length, Optional<InputStream> source) {
    this.length = length;
    this.source = source;
  }

  static Upload of(Optional<Content> body) throws IOException {
    if (body.isEmpty()) {
      return new Upload(OptionalLong.of(0), Optional.empty());
    }
    OptionalLong length = body.get().length();
    return new Upload(length, Optional.of(body.get().open()));
  }

  /** Streams it; where its length is known the request tells it, else it goes in chunks. */
  BodyPublisher publisher() {
    if (length.isPresent() && length.getAsLong() == 0 || source.isEmpty()) {
      return BodyPublishers.noBody();
    }
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> new Counted(source.get()));
    return length.isEmpty() ? streamed : BodyPublishers.fromPublisher(streamed, length.getAsLong());
  }

  long sent() {
    return sent;
  }

  Optional<IOException> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public void close() throws IOException {
    if (source.isPresent()) {
      source.get().close();
    }
  }

  /** Counts what one thread at a time reads, and keeps the fault that ended it. */
  private final class Counted extends FilterInputStream {
    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      try {
        int read = in.read(into, offset, count);
        sent = sent + Math.max(0, read);
        return read;
      } catch (IOException e) {
        fault = e;
        throw e;
      }
    }
  }
}
