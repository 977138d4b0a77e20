package org.lucina.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.value.DecimalString;

/** Encodes values, little endian and padded to even length (PS3.5 6.2). */
final class ValueEncoder {
  private ValueEncoder() {}

  /** Encodes text; a binary VR takes numbers (AT hexadecimal digits) in it. */
  static Bytes encode(VR vr, String[] values, Supplier<CharacterSet> characterSet) {
    if (!vr.isText()) {
      return encodeNumbers(vr, values);
    }
    String text = String.join("\\", values);
    byte[] bytes =
        vr.usesCharacterSet() && !isAscii(text)
            ? characterSet.get().encode(text, vr)
            : text.getBytes(StandardCharsets.US_ASCII);
    return Bytes.of(pad(bytes, vr));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static Bytes encodeNumbers(VR vr, String[] values) {
    ByteBuffer buffer = buffer(vr, values.length);
    for (String value : values) {
      String text = value.strip();
      switch (vr) {
        case FL, OF, FD, OD -> putDouble(buffer, vr, Double.parseDouble(text));
        case AT -> putTag(buffer, Integer.parseUnsignedInt(text, 16));
        case UV, OV -> buffer.putLong(Long.parseUnsignedLong(text));
        default -> putLong(buffer, vr, Long.parseLong(text));
      }
    }
    return Bytes.of(pad(buffer.array(), vr));
  }

  static Bytes encode(VR vr, int[] values) {
    if (vr.isText()) {
      StringJoiner text = new StringJoiner("\\");
      Arrays.stream(values).forEach(value -> text.add(Integer.toString(value)));
      return Bytes.of(pad(text.toString().getBytes(StandardCharsets.US_ASCII), vr));
    }
    ByteBuffer buffer = buffer(vr, values.length);
    for (int value : values) {
      switch (vr) {
        case FL, OF, FD, OD -> putDouble(buffer, vr, value);
        case AT -> putTag(buffer, value);
        default -> putLong(buffer, vr, value);
      }
    }
    return Bytes.of(pad(buffer.array(), vr));
  }

  static Bytes encode(VR vr, double[] values) {
    if (vr.isText()) {
      StringJoiner text = new StringJoiner("\\");
      Arrays.stream(values).forEach(value -> text.add(DecimalString.format(value)));
      return Bytes.of(pad(text.toString().getBytes(StandardCharsets.US_ASCII), vr));
    }
    ByteBuffer buffer = buffer(vr, values.length);
    for (double value : values) {
      switch (vr) {
        case FL, OF, FD, OD -> putDouble(buffer, vr, value);
        default -> putLong(buffer, vr, (long) value);
      }
    }
    return Bytes.of(pad(buffer.array(), vr));
  }

  /** The bytes, or a copy with one more where their number is odd. */
  static byte[] pad(byte[] bytes, VR vr) {
    if (bytes.length % 2 == 0) {
      return bytes;
    }
    byte[] padded = Arrays.copyOf(bytes, bytes.length + 1);
    padded[bytes.length] = vr.padding();
    return padded;
  }

  private static ByteBuffer buffer(VR vr, int count) {
    int width = vr == VR.AT ? 4 : vr.unitLength();
    return ByteBuffer.allocate(Math.multiplyExact(width, count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void putDouble(ByteBuffer buffer, VR vr, double value) {
    if (vr.unitLength() == 4) {
      buffer.putFloat((float) value);
    } else {
      buffer.putDouble(value);
    }
  }

  private static void putTag(ByteBuffer buffer, int tag) {
    buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
  }

  private static void putLong(ByteBuffer buffer, VR vr, long value) {
    switch (vr.unitLength()) {
      case 1 -> buffer.put((byte) value);
      case 2 -> buffer.putShort((short) value);
      case 4 -> buffer.putInt((int) value);
      default -> buffer.putLong(value);
    }
  }
}
