package org.lucina.anonymizer.tags;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Segments one after another. What was left in the source is read from there, which is opened when
 * the first such segment comes, and again only for one that lies before.
 */
final class SegmentStream extends InputStream {
  private final Iterator<Segment> segments;
  private final Source source;
  private Optional<Source.Positioned> open = Optional.empty();
  private Segment current = new Segment.Held(new byte[0]);
  private long position;

  SegmentStream(List<Segment> segments, Source source) {
    this.segments = segments.iterator();
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (position == current.length()) {
      if (!segments.hasNext()) {
        return -1;
      }
      begin(segments.next());
    }
    int most = (int) Math.min(count, current.length() - position);
    int read = most;
    if (current instanceof Segment.Held held) {
      System.arraycopy(held.bytes(), (int) position, into, offset, most);
    } else {
      read = open.orElseThrow().read(into, offset, most);
      if (read < 0) {
        throw new EOFException("the original ends too early");
      }
    }
    position += read;
    return read;
  }

  private void begin(Segment next) throws IOException {
    current = next;
    position = 0;
    if (next instanceof Segment.Left left && left.length() > 0) {
      if (open.isEmpty() || open.get().position() > left.offset()) {
        close();
        open = Optional.of(source.open());
      }
      open.get().goTo(left.offset());
    }
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
    }
  }
}
