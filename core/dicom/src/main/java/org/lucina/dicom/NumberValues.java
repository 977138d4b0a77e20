package org.lucina.dicom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes numbers of binary VRs (PS3.5 6.2) and reads numbers from text. */
final class NumberValues {

  private NumberValues() {}

  /** How many numbers a binary value has. */
  static int count(Bytes value, VR vr) {
    return value.length() / width(vr);
  }

  private static int width(VR vr) {
    return vr == VR.AT ? 4 : vr.unitLength();
  }

  /** One number as a long; floating-point ones are cut, UV keeps its bits. */
  static long longAt(Bytes value, VR vr, int index) {
    ByteBuffer buffer = value.buffer();
    int at = index * width(vr);
    return switch (vr) {
      case US, OW -> Short.toUnsignedInt(buffer.getShort(at));
      case SS -> buffer.getShort(at);
      case UL, OL -> Integer.toUnsignedLong(buffer.getInt(at));
      case SL -> buffer.getInt(at);
      case AT -> tagAt(buffer, at);
      case UV, OV, SV -> buffer.getLong(at);
      case FL, OF -> (long) buffer.getFloat(at);
      case FD, OD -> (long) buffer.getDouble(at);
      default -> Byte.toUnsignedInt(buffer.get(at));
    };
  }

  /** One number as a double. */
  static double doubleAt(Bytes value, VR vr, int index) {
    return switch (vr) {
      case FL, OF -> value.buffer().getFloat(index * 4);
      case FD, OD -> value.buffer().getDouble(index * 8);
      case UV, OV -> unsigned(longAt(value, vr, index));
      default -> longAt(value, vr, index);
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : Double.parseDouble(Long.toUnsignedString(bits));
  }

  /** All numbers in decimal; attribute tags as eight hexadecimal digits. */
  static List<String> strings(Bytes value, VR vr) {
    int count = count(value, vr);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(stringAt(value, vr, i));
    }
    return texts;
  }

  static String stringAt(Bytes value, VR vr, int index) {
    return switch (vr) {
      case FL, OF -> Float.toString(value.buffer().getFloat(index * 4));
      case FD, OD -> Double.toString(value.buffer().getDouble(index * 8));
      case AT -> String.format("%08X", (int) longAt(value, vr, index));
      case UV, OV -> Long.toUnsignedString(longAt(value, vr, index));
      default -> Long.toString(longAt(value, vr, index));
    };
  }

  private static int tagAt(ByteBuffer buffer, int at) {
    return buffer.getShort(at) << 16 | Short.toUnsignedInt(buffer.getShort(at + 2));
  }

  /** The whole number that a text stands for, be it written with a point or exponent. */
  static Optional<Long> parseLong(String text) {
    if (!isNumber(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notPlain) {
      return parseDouble(text)
          .filter(number -> number == Math.rint(number) && Math.abs(number) < 0x1p63)
          .map(Double::longValue);
    }
  }

  /** The number that a text stands for. */
  static Optional<Double> parseDouble(String text) {
    if (!isNumber(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether it has the characters of a number (PS3.5 6.2, DS), which spares most exceptions. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed = c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0;
      if (!allowed) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
