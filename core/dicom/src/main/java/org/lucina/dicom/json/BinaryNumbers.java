package org.lucina.dicom.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

/** Writes the numbers of binary VRs as JSON values. */
final class BinaryNumbers {
  private static final long SAFE = (1L << 53) - 1;

  private final JsonOutput out;

  BinaryNumbers(JsonOutput out) {
    this.out = out;
  }

  /** Bytes of one number, or of one attribute tag. */
  static int width(VR vr) {
    return vr == VR.AT ? 4 : vr.unitLength();
  }

  /** Writes all numbers, divided by commas. */
  void write(Bytes value, VR vr) throws IOException {
    ByteBuffer buffer = value.buffer();
    int width = width(vr);
    for (int at = 0; at + width <= value.length(); at += width) {
      if (at > 0) {
        out.raw(',');
      }
      one(buffer, at, vr);
    }
  }

  private void one(ByteBuffer buffer, int at, VR vr) throws IOException {
    switch (vr) {
      case US -> integer(Short.toUnsignedInt(buffer.getShort(at)));
      case SS -> integer(buffer.getShort(at));
      case UL -> integer(Integer.toUnsignedLong(buffer.getInt(at)));
      case SL -> integer(buffer.getInt(at));
      case SV -> signed(buffer.getLong(at));
      case UV -> unsigned(buffer.getLong(at));
      case FL -> single(buffer.getFloat(at));
      case FD -> floating(buffer.getDouble(at));
      default -> out.tag(buffer.getShort(at) << 16 | Short.toUnsignedInt(buffer.getShort(at + 2)));
    }
  }

  private void integer(long number) throws IOException {
    out.raw(Long.toString(number));
  }

  /** What JavaScript cannot hold exactly is a string. */
  private void signed(long number) throws IOException {
    if (number >= -SAFE && number <= SAFE) {
      integer(number);
    } else {
      out.string(Long.toString(number));
    }
  }

  private void unsigned(long bits) throws IOException {
    if (bits >= 0 && bits <= SAFE) {
      integer(bits);
    } else {
      out.string(Long.toUnsignedString(bits));
    }
  }

  private void single(float number) throws IOException {
    if (!Float.isFinite(number)) {
      notFinite(number);
    } else if (isShortInteger(number)) {
      integer((long) number);
    } else {
      out.raw(Float.toString(number));
    }
  }

  private void floating(double number) throws IOException {
    if (!Double.isFinite(number)) {
      notFinite(number);
    } else if (isShortInteger(number)) {
      integer((long) number);
    } else {
      out.raw(Double.toString(number));
    }
  }

  private static boolean isShortInteger(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e7 && (number != 0 || 1 / number > 0);
  }

  /** JSON has no number for these; the strings are those of CP-2275. */
  private void notFinite(double number) throws IOException {
    if (Double.isNaN(number)) {
      out.string("NaN");
    } else {
      out.string(number > 0 ? "inf" : "-inf");
    }
  }
}
