package org.lucina.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.lucina.net.pdu.PduException;
import org.lucina.net.pdu.PduType;

/**
 * Takes PDUs apart as they come in. Headers go through a small buffer; the bulk of the data goes
 * from the socket into the array of whoever reads it.
 */
final class PduInput {
  private static final int BUFFER_LENGTH = 1024;
  private static final int CHUNK = 1 << 16;

  private final Connection connection;
  private final byte[] buffer = new byte[BUFFER_LENGTH];
  private int position;
  private int limit;
  private int type;
  private long remaining;
  private byte[] scratch = new byte[0];

  PduInput(Connection connection) {
    this.connection = connection;
  }

  /**
   * Waits for the next PDU, skipping what is left of the one before.
   *
   * @return false when the peer has closed between two PDUs
   */
  boolean next() throws IOException {
    skip();
    if (position == limit && !fill()) {
      return false;
    }
    while (limit - position < PduType.HEADER_LENGTH) {
      if (!fill()) {
        throw new EOFException("The connection ends within a PDU header");
      }
    }
    type = buffer[position] & 0xFF;
    remaining = u32(position + 2);
    position += PduType.HEADER_LENGTH;
    return true;
  }

  /** Whether a PDU has begun to arrive; never waits. */
  boolean poll() throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0;
      int count = connection.poll(buffer, 0, buffer.length);
      // At the end of the stream the next read tells.
      limit = Math.max(count, 0);
      return count != 0;
    }
    return true;
  }

  /** Waits until a PDU has begun to arrive, for a limited time; tells whether one has. */
  boolean await(Duration wait) throws IOException {
    connection.patience(wait);
    try {
      return position < limit || fill() || closed();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static boolean closed() throws EOFException {
    throw new EOFException("End of the connection");
  }

  /** Type byte of the current PDU. */
  int type() {
    return type;
  }

  /** Bytes of the current PDU not read yet. */
  long remaining() {
    return remaining;
  }

  /** Reads some bytes of the current PDU, at least one; there must be some left. */
  int read(byte[] target, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, remaining);
    int count;
    if (position < limit) {
      count = Math.min(wanted, limit - position);
      System.arraycopy(buffer, position, target, offset, count);
      position += count;
    } else {
      count = connection.read(target, offset, wanted);
      if (count < 0) {
        throw new EOFException("The connection ends within a PDU");
      }
    }
    remaining -= count;
    return count;
  }

  /** Reads an item length and two bytes: the head of a presentation data value (PS3.8 9.3.5.1). */
  long readValueHeader() throws IOException {
    if (remaining < 6) {
      throw PduException.invalid(
          remaining + " bytes of P-DATA-TF left where a presentation data value begins");
    }
    while (limit - position < 6) {
      if (!fill()) {
        throw new EOFException("The connection ends within a PDU");
      }
    }
    long header =
        u32(position) << 16 | (buffer[position + 4] & 0xFF) << 8 | buffer[position + 5] & 0xFF;
    position += 6;
    remaining -= 6;
    return header;
  }

  /** Reads the whole body of the current PDU, which must not be longer than a limit. */
  byte[] readBody(int max) throws IOException {
    if (remaining > max) {
      throw PduException.invalid("PDU of " + remaining + " bytes, " + max + " are accepted");
    }
    byte[] body = new byte[(int) Math.min(remaining, CHUNK)];
    int length = 0;
    while (remaining > 0) {
      if (length == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(2L * length, length + remaining));
      }
      length += read(body, length, body.length - length);
    }
    return body;
  }

  /** Skips what is left of the current PDU. */
  void skip() throws IOException {
    skip(remaining);
  }

  /** Skips some bytes of the current PDU. */
  void skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (scratch.length < Math.min(left, CHUNK)) {
        scratch = new byte[CHUNK];
      }
      left -= read(scratch, 0, (int) Math.min(left, scratch.length));
    }
  }

  /** Throws away all that comes until the peer closes. */
  void discardAll() throws IOException {
    byte[] waste = new byte[CHUNK];
    int count;
    do {
      count = connection.read(waste, 0, waste.length);
    } while (count >= 0);
  }

  private boolean fill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    int count = connection.read(buffer, limit, buffer.length - limit);
    limit += Math.max(count, 0);
    return count >= 0;
  }

  private long u32(int at) {
    return (buffer[at] & 0xFFL) << 24
        | (buffer[at + 1] & 0xFF) << 16
        | (buffer[at + 2] & 0xFF) << 8
        | buffer[at + 3] & 0xFF;
  }
}
