package org.lucina.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts the parts of a multipart body (RFC 2046 5.1) that passes by, without holding it; bytes are
 * those of the whole body.
 *
 * <p>Looks for the delimiter as Horspool does, so that most bytes are never looked at.
 */
final class MultipartParts implements BodyCounter {
  private final byte[] delimiter;
  private final int[] shift = new int[256];

  /** What was not searched yet: less than a delimiter with its two hyphens, then a chunk. */
  private byte[] window = new byte[1 << 16];

  private int held;
  private long parts;
  private boolean closed;
  private long bytes;

  MultipartParts(String boundary) {
    delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(shift, delimiter.length);
    for (int i = 0; i < delimiter.length - 1; i++) {
      shift[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
    }
  }

  @Override
  public void accept(byte[] chunk, int length) {
    bytes += length;
    if (window.length < held + length) {
      window = Arrays.copyOf(window, held + length);
    }
    System.arraycopy(chunk, 0, window, held, length);
    held += length;
    search();
  }

  /** Searches the window as far as a delimiter and what follows it are surely there. */
  private void search() {
    int last = delimiter.length - 1;
    int position = 0;
    while (position + delimiter.length + 2 <= held) {
      if (Arrays.equals(
          window, position, position + delimiter.length, delimiter, 0, delimiter.length)) {
        found(position + delimiter.length);
        position += delimiter.length;
      } else {
        position += shift[window[position + last] & 0xFF];
      }
    }
    position = Math.min(position, held);
    System.arraycopy(window, position, window, 0, held - position);
    held -= position;
  }

  private void found(int behind) {
    if (closed) {
      return;
    }
    if (window[behind] == '-' && window[behind + 1] == '-') {
      closed = true;
    } else {
      parts++;
    }
  }

  @Override
  public Tally end() {
    if (!closed) {
      throw new WrongAnswerException("multipart body without close delimiter");
    }
    return new Tally(parts, bytes);
  }
}
