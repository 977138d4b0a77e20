package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the parts of a file one after another, going through the other file once if it can. */
final class SplicedStream extends BlockStream {
  private final OriginalCursor original;
  private final List<Splice> splices;
  private InputStream making;
  private int current;
  private long done;

  SplicedStream(SplicedSource source, List<Splice> splices) {
    this.original = new OriginalCursor(source);
    this.splices = splices;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (nextPart()) {
      int read = readPart(into, offset, count);
      if (read > 0) {
        done += read;
        return read;
      }
      endPart();
    }
    return -1;
  }

  /** Passes over bytes of the part that it is in, without making them or reading the other file. */
  @Override
  public long skip(long count) throws IOException {
    if (count <= 0 || !nextPart()) {
      return 0;
    }
    Splice splice = splices.get(current);
    long most = splice.length() < 0 ? count : Math.min(count, splice.length() - done);
    long skipped = splice instanceof Splice.Made made ? making(made).skip(most) : most;
    done += skipped;
    return skipped;
  }

  /** Whether there is something to read; goes to the part that has it, or may have. */
  private boolean nextPart() throws IOException {
    while (current < splices.size() && done == splices.get(current).length()) {
      endPart();
    }
    return current < splices.size();
  }

  private int readPart(byte[] into, int offset, int count) throws IOException {
    Splice splice = splices.get(current);
    int most = splice.length() < 0 ? count : (int) Math.min(count, splice.length() - done);
    if (splice instanceof Splice.Held held) {
      System.arraycopy(held.bytes(), (int) done, into, offset, most);
      return most;
    }
    if (splice instanceof Splice.Referred referred) {
      return original.read(referred.offset() + done, into, offset, most);
    }
    int read = making((Splice.Made) splice).read(into, offset, most);
    if (read < 0 && splice.length() >= 0) {
      throw new EOFException(
          "a value of " + splice.length() + " bytes was announced, but " + done + " were made");
    }
    return read;
  }

  private InputStream making(Splice.Made made) throws IOException {
    if (making == null) {
      making = made.value().open(original);
    }
    return making;
  }

  private void endPart() throws IOException {
    closeMade();
    current++;
    done = 0;
  }

  private void closeMade() throws IOException {
    if (making != null) {
      making.close();
      making = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeMade();
    original.close();
  }
}
