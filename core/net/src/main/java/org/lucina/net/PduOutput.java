package org.lucina.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lucina.net.pdu.PduType;

/**
 * Packs presentation data values into P-DATA-TF PDUs of the size that the peer takes, one value to
 * a PDU, in one buffer that is used again and again. PDUs that fit go out in one write. What files
 * hold goes to the socket without passing through the process, where PDUs are long enough for that
 * to pay.
 */
final class PduOutput {
  /** PDU and value header: 6 bytes each. */
  private static final int HEADERS = 12;

  /** Enough for responses, which are all that most acceptors send. */
  private static final int INITIAL_LENGTH = 4096;

  private static final int BUFFER_LENGTH = 128 * 1024 + 6;
  private static final int WORTHWHILE = 4096;

  /**
   * From this length on, a header and a transfer by the kernel for each PDU cost less than packing
   * several PDUs into one write: half as much at 64 KiB, twice as much at 16 KiB.
   */
  private static final int DIRECT_LENGTH = 1 << 16;

  private static final int COMMAND = 1;
  private static final int LAST = 2;

  private final Connection connection;
  private final int maxPdu;
  private byte[] buffer = new byte[INITIAL_LENGTH];
  private int pduStart;
  private int pduLimit;
  private int end;
  private int context;
  private int kind;
  private boolean open;
  private long flushes;

  /**
   * Writes to a connection.
   *
   * @param maxPduLength what the peer takes, 0 for no limit
   */
  PduOutput(Connection connection, int maxPduLength) {
    this.connection = connection;
    int most = BUFFER_LENGTH - PduType.HEADER_LENGTH;
    this.maxPdu = maxPduLength == 0 ? most : Math.min(maxPduLength, most);
  }

  /** Begins the command set or the data set of a message. */
  void begin(int contextId, boolean command) throws IOException {
    context = contextId;
    kind = command ? COMMAND : 0;
    open = true;
    open();
  }

  /** Adds bytes to it. */
  void write(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (end == pduLimit) {
        more();
      }
      int count = Math.min(length - done, pduLimit - end);
      System.arraycopy(source, offset + done, buffer, end, count);
      end += count;
      done += count;
    }
  }

  /** Adds a byte to it. */
  void write(int value) throws IOException {
    if (end == pduLimit) {
      more();
    }
    buffer[end++] = (byte) value;
  }

  /**
   * Ends it. An odd length, which no encoding of PS3.5 has but malformed objects do, gets a zero
   * byte more: peers abort associations over odd fragments (PS3.8 E.1).
   */
  void end() {
    if (!open) {
      return;
    }
    if ((end - pduStart) % 2 != 0) {
      buffer[end++] = 0;
    }
    close(LAST, 0);
    open = false;
  }

  /** Adds a range of a source and ends it. */
  void end(ChannelOutput.Source source, long from, long count) throws IOException {
    boolean even = (end - pduStart + count) % 2 == 0;
    if (connection.isDirect() && maxPdu >= DIRECT_LENGTH && count >= WORTHWHILE && even) {
      transfer(source, from, count);
    } else {
      copy(source, from, count);
      end();
    }
  }

  private void transfer(ChannelOutput.Source source, long from, long count) throws IOException {
    long next = from;
    long left = count;
    while (left > 0) {
      int room = maxPdu + PduType.HEADER_LENGTH - (end - pduStart);
      int part = (int) Math.min(left, room - (room + end - pduStart) % 2);
      left -= part;
      close(left == 0 ? LAST : 0, part);
      flush();
      if (connection.transfer(source, next, part) < part) {
        throw ended(next);
      }
      next += part;
      if (left > 0) {
        open();
      }
    }
    open = false;
  }

  private void copy(ChannelOutput.Source source, long from, long count) throws IOException {
    for (long left = count; left > 0; ) {
      if (end == pduLimit) {
        more();
      }
      int room = (int) Math.min(left, pduLimit - end);
      int got = read(source, from + count - left, room);
      end += got;
      left -= got;
    }
  }

  private int read(ChannelOutput.Source source, long from, int length) throws SourceException {
    int got;
    try {
      got = source.read(ByteBuffer.wrap(buffer, end, length), from);
    } catch (IOException e) {
      throw new SourceException(e);
    }
    if (got < 0) {
      throw ended(from);
    }
    return got;
  }

  private static SourceException ended(long at) {
    return new SourceException(
        new EOFException("The data to be sent end before byte " + at + " or soon after"));
  }

  /** Sends all that is packed. */
  void flush() throws IOException {
    if (end > 0) {
      int length = end;
      end = 0;
      flushes++;
      connection.write(buffer, 0, length);
    }
  }

  /** Where the packing stands, for {@link #rewind}. */
  Mark mark() {
    return new Mark(flushes, end);
  }

  /** Takes back what was packed since, if none of it has been sent; tells whether it could. */
  boolean rewind(Mark mark) {
    if (mark.flushes != flushes) {
      return false;
    }
    end = mark.end;
    return true;
  }

  /** A point between messages. */
  record Mark(long flushes, int end) {}

  private void open() throws IOException {
    if (buffer.length - end < Math.min(maxPdu + PduType.HEADER_LENGTH, WORTHWHILE)) {
      grow();
    }
    if (buffer.length - end < Math.min(maxPdu + PduType.HEADER_LENGTH, WORTHWHILE)) {
      flush();
    }
    pduStart = end;
    end += HEADERS;
    limitPdu();
  }

  /** Makes room for another byte: in a longer buffer at first, then in another PDU. */
  private void more() throws IOException {
    grow();
    limitPdu();
    if (end == pduLimit) {
      close(0, 0);
      open();
    }
  }

  private void grow() {
    if (buffer.length < BUFFER_LENGTH) {
      buffer = Arrays.copyOf(buffer, BUFFER_LENGTH);
    }
  }

  /** Fragments are even in length, as PS3.8 E.1 asks. */
  private void limitPdu() {
    int length = Math.min(buffer.length - pduStart, maxPdu + PduType.HEADER_LENGTH);
    pduLimit = pduStart + (length & ~1);
  }

  /** Fills in the headers of a PDU of which so many bytes more follow after the buffer. */
  private void close(int last, int more) {
    int length = end - pduStart + more;
    buffer[pduStart] = (byte) PduType.P_DATA_TF.code();
    buffer[pduStart + 1] = 0;
    u32(pduStart + 2, length - 6);
    u32(pduStart + 6, length - 10);
    buffer[pduStart + 10] = (byte) context;
    buffer[pduStart + 11] = (byte) (kind | last);
  }

  private void u32(int at, int value) {
    buffer[at] = (byte) (value >>> 24);
    buffer[at + 1] = (byte) (value >>> 16);
    buffer[at + 2] = (byte) (value >>> 8);
    buffer[at + 3] = (byte) value;
  }
}
