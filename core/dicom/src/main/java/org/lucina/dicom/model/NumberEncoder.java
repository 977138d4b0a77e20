package org.lucina.dicom.model;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.VR;

/** Encodes numbers in text as values of binary VRs, little endian. */
final class NumberEncoder {
  /** Bounds the work of making an integer of a decimal: no number of 64 bits has more digits. */
  private static final int MAX_SCALE = 100;

  private final ReadContext context;

  NumberEncoder(ReadContext context) {
    this.context = context;
  }

  byte[] encode(VR vr, List<String> numbers) throws DicomFormatException {
    int width = vr == VR.AT ? 4 : vr.unitLength();
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(width, numbers.size()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (String number : numbers) {
      try {
        put(buffer, vr, number.strip());
      } catch (ArithmeticException | NumberFormatException unfit) {
        throw context.fault("not a number that " + vr + " can hold");
      }
    }
    return buffer.array();
  }

  private static void put(ByteBuffer buffer, VR vr, String text) {
    switch (vr) {
      case US -> buffer.putShort((short) within(text, 0, 0xFFFF));
      case SS -> buffer.putShort((short) within(text, Short.MIN_VALUE, Short.MAX_VALUE));
      case UL -> buffer.putInt((int) within(text, 0, 0xFFFFFFFFL));
      case SL -> buffer.putInt((int) within(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case SV -> buffer.putLong(within(text, Long.MIN_VALUE, Long.MAX_VALUE));
      case UV -> buffer.putLong(unsigned(text));
      case FL -> buffer.putFloat(single(text));
      case FD -> buffer.putDouble(floating(text));
      case AT -> tag(buffer, text);
      default -> throw new NumberFormatException(vr + " has no numbers");
    }
  }

  private static long within(String text, long least, long most) {
    long number = isPlain(text) ? Long.parseLong(text) : exact(text).longValueExact();
    if (number < least || number > most) {
      throw new ArithmeticException("out of range");
    }
    return number;
  }

  private static long unsigned(String text) {
    if (isPlain(text)) {
      return Long.parseUnsignedLong(text);
    }
    return Long.parseUnsignedLong(exact(text).toBigIntegerExact().toString());
  }

  private static boolean isPlain(String text) {
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
  }

  private static BigDecimal exact(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MAX_SCALE) {
      throw new ArithmeticException("out of range");
    }
    return number;
  }

  /** Doubles rounded to float are not always the float that is nearest to the text. */
  private static float single(String text) {
    return isSpecial(text) ? (float) floating(text) : Float.parseFloat(text);
  }

  private static double floating(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "infinity", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static boolean isSpecial(String text) {
    return text.indexOf('n') >= 0 || text.indexOf('N') >= 0;
  }

  private static void tag(ByteBuffer buffer, String text) {
    if (text.length() != 8) {
      throw new NumberFormatException("eight hexadecimal digits");
    }
    int tag = Integer.parseUnsignedInt(text, 16);
    buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
  }
}
