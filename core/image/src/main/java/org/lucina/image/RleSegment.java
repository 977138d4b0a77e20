package org.lucina.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** One byte of each sample, run-length encoded (PS3.5 G.3). */
final class RleSegment {
  private static final int LONGEST_RUN = 128;
  private static final int SKIPPED = -128;

  private RleSegment() {}

  /**
   * Decodes a segment; bytes after the last one that is needed are padding.
   *
   * @param length bytes that it stands for
   */
  static byte[] decode(byte[] encoded, int length) throws PixelDataException {
    if (length > (long) encoded.length * LONGEST_RUN) {
      throw tooShort();
    }
    byte[] decoded = new byte[length];
    int at = 0;
    int done = 0;
    while (done < length) {
      if (at >= encoded.length) {
        throw tooShort();
      }
      int control = encoded[at++];
      if (control >= 0) {
        int count = Math.min(control + 1, length - done);
        if (at + count > encoded.length) {
          throw tooShort();
        }
        System.arraycopy(encoded, at, decoded, done, count);
        at += control + 1;
        done += count;
      } else if (control != SKIPPED) {
        if (at >= encoded.length) {
          throw tooShort();
        }
        int end = Math.min(length, done + 1 - control);
        Arrays.fill(decoded, done, end, encoded[at++]);
        done = end;
      }
    }
    return decoded;
  }

  private static PixelDataException tooShort() {
    return new PixelDataException("an RLE segment ends too early");
  }

  /**
   * Encodes a plane of bytes; no run reaches beyond a row.
   *
   * @param columns bytes of a row
   */
  static byte[] encode(byte[] plane, int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plane.length / 2 + 16);
    for (int row = 0; row < plane.length; row += columns) {
      encodeRow(plane, row, Math.min(plane.length, row + columns), out);
    }
    if (out.size() % 2 != 0) {
      out.write(0);
    }
    return out.toByteArray();
  }

  private static void encodeRow(byte[] plane, int start, int end, ByteArrayOutputStream out) {
    int literal = start;
    int at = start;
    while (at < end) {
      int run = run(plane, at, end);
      // Two alike amid others are cheaper as they are
      if (run < 3 && (run < 2 || literal < at)) {
        at += run;
      } else {
        literal(plane, literal, at, out);
        out.write(1 - run);
        out.write(plane[at]);
        at += run;
        literal = at;
      }
    }
    literal(plane, literal, end, out);
  }

  private static int run(byte[] plane, int at, int end) {
    int most = Math.min(end, at + LONGEST_RUN);
    int next = at + 1;
    while (next < most && plane[next] == plane[at]) {
      next++;
    }
    return next - at;
  }

  private static void literal(byte[] plane, int start, int end, ByteArrayOutputStream out) {
    for (int at = start; at < end; at += LONGEST_RUN) {
      int count = Math.min(LONGEST_RUN, end - at);
      out.write(count - 1);
      out.write(plane, at, count);
    }
  }
}
