package org.lucina.dicom.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** DS values (PS3.5 6.2): decimal numbers in at most 16 characters. */
public final class DecimalString {
  private static final int MAX_LENGTH = 16;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");
  private static final int TOLERATED_LENGTH = 64;

  private DecimalString() {}

  /**
   * Reads a number exactly. Up to 64 characters are tolerated, as is space around it.
   *
   * <p>The exponent may be huge: use {@link BigDecimal#doubleValue} and comparison, not conversion
   * to an integer, on what strangers send.
   */
  public static Optional<BigDecimal> parse(String text) {
    String number = text.strip();
    if (number.length() > TOLERATED_LENGTH || !NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(number));
  }

  /**
   * Writes a number in at most 16 characters, as exactly as they allow.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  public static String format(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("DS cannot hold " + number);
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    BigDecimal exact = new BigDecimal(Double.toString(number));
    for (int digits = 17; digits > 0; digits--) {
      BigDecimal rounded =
          exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      String plain =
          rounded.scale() > MAX_LENGTH || rounded.scale() < -MAX_LENGTH
              ? rounded.toString()
              : rounded.toPlainString();
      if (plain.length() <= MAX_LENGTH) {
        return plain;
      }
      String scientific = scientific(rounded);
      if (scientific.length() <= MAX_LENGTH) {
        return scientific;
      }
    }
    throw new IllegalStateException("one digit always fits");
  }

  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = number.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + fraction + "E" + exponent;
  }
}
