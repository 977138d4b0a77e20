package org.lucina.spi.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows (RFC 4180), one in memory at a time. Lines may end in CR LF, LF or CR; empty ones are
 * passed over, and so is a byte order mark.
 */
public final class CsvReader implements AutoCloseable {
  private static final int LONGEST_ROW = 64 << 20;

  /** As many as spreadsheets take; an empty one takes a byte in the file, but more in memory. */
  private static final int MOST_CELLS = 16_384;

  private static final int END = -1;

  private final InputStream in;
  private final CsvFormat format;
  private final long limit;
  private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
  private List<String> cells = new ArrayList<>();
  private long position;
  private int next;

  /**
   * Reads a stream.
   *
   * @param start where in the file the stream begins
   * @param limit where in the file reading ends
   */
  public CsvReader(InputStream in, CsvFormat format, long start, long limit) throws IOException {
    this.in = new BufferedInputStream(in);
    this.format = format;
    this.position = start;
    this.limit = limit;
    if (start == 0) {
      skipByteOrderMark();
    }
    this.next = fetch();
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(3);
    if (in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
      position = 3;
    } else {
      in.reset();
    }
  }

  /** The next row, empty at the end. */
  public Optional<CsvRow> next() throws IOException {
    while (next == '\r' || next == '\n') {
      take();
    }
    if (next == END) {
      return Optional.empty();
    }
    long start = position;
    boolean quoteOpen = false;
    cells = new ArrayList<>();
    while (next != END && next != '\r' && next != '\n') {
      if (position - start > LONGEST_ROW) {
        throw new IOException(
            "the row at byte " + start + " is longer than " + LONGEST_ROW + " bytes");
      }
      int taken = take();
      if (taken == format.delimiter()) {
        if (cells.size() == MOST_CELLS) {
          throw new IOException(
              "the row at byte " + start + " has more than " + MOST_CELLS + " cells");
        }
        endCell();
      } else if (taken == CsvFormat.QUOTE && cell.size() == 0) {
        quoteOpen = !quoted(start);
      } else {
        cell.write(taken);
      }
    }
    endCell();
    return Optional.of(new CsvRow(start, position + ending(), cells, next != END, quoteOpen));
  }

  /** Takes what is in quotes; returns false when the file ends there. */
  private boolean quoted(long start) throws IOException {
    while (next != END && position - start <= LONGEST_ROW) {
      int taken = take();
      if (taken != CsvFormat.QUOTE) {
        cell.write(taken);
      } else if (next == CsvFormat.QUOTE) {
        cell.write(take());
      } else {
        return true;
      }
    }
    return false;
  }

  private void endCell() {
    cells.add(format.unguard(cell.toString(format.charset())));
    cell.reset();
  }

  /** How many bytes the end of line has that comes next; takes CR of CR LF. */
  private int ending() throws IOException {
    if (next == '\r') {
      in.mark(1);
      int behind = position + 1 < limit ? in.read() : END;
      in.reset();
      return behind == '\n' ? 2 : 1;
    }
    return next == '\n' ? 1 : 0;
  }

  private int take() throws IOException {
    int taken = next;
    position++;
    next = fetch();
    return taken;
  }

  /** The byte at the position. */
  private int fetch() throws IOException {
    return position < limit ? in.read() : END;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
