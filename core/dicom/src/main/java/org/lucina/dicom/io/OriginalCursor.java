package org.lucina.dicom.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.BulkData;

/** Reads the file that another is made from, going through it once as long as it can. */
final class OriginalCursor implements OriginalValues, Closeable {
  private final SplicedSource source;
  private InputStream open;
  private long openAt;

  OriginalCursor(SplicedSource source) {
    this.source = source;
  }

  /** Reads up to so many bytes, 1 at least, from a place in it. */
  int read(long from, byte[] into, int offset, int count) throws IOException {
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
  public InputStream open(BulkData value) {
    return new BlockStream() {
      private long done;

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0 || done == value.length()) {
          return count == 0 ? 0 : -1;
        }
        int most = (int) Math.min(count, value.length() - done);
        int read = OriginalCursor.this.read(value.offset() + done, into, offset, most);
        done += read;
        return read;
      }

      @Override
      public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, value.length() - done));
        done += skipped;
        return skipped;
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
