package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the parts of a file one after another, going through the other file once if it can. */
final class SplicedStream extends InputStream {
  private final SplicedSource source;
  private final List<Splice> splices;
  private InputStream open;
  private long openAt;
  private int current;
  private long done;

  SplicedStream(SplicedSource source, List<Splice> splices) {
    this.source = source;
    this.splices = splices;
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
    while (current < splices.size() && done == splices.get(current).length()) {
      current++;
      done = 0;
    }
    if (current == splices.size()) {
      return -1;
    }
    Splice splice = splices.get(current);
    int most = (int) Math.min(count, splice.length() - done);
    int read = most;
    if (splice instanceof Splice.Held held) {
      System.arraycopy(held.bytes(), (int) done, into, offset, most);
    } else {
      read = refer(((Splice.Referred) splice).offset() + done, into, offset, most);
    }
    done += read;
    return read;
  }

  private int refer(long from, byte[] into, int offset, int count) throws IOException {
    if (open == null || openAt > from) {
      close();
      open = source.openAt(from);
    } else {
      open.skipNBytes(from - openAt);
    }
    openAt = from;
    int read = open.read(into, offset, count);
    if (read < 0) {
      throw new EOFException("the original ends too early");
    }
    openAt += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
