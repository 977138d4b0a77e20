package org.lucina.dicom.value;

import java.time.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * An AS value (PS3.5 6.2), such as {@code 018M}.
 *
 * @param count 0 to 999
 * @param unit what is counted
 */
public record AgeString(int count, Unit unit) {

  /** What an age is counted in. */
  public enum Unit {
    DAYS('D'),
    WEEKS('W'),
    MONTHS('M'),
    YEARS('Y');

    private final char letter;

    Unit(char letter) {
      this.letter = letter;
    }

    private static Optional<Unit> of(char letter) {
      for (Unit unit : values()) {
        if (unit.letter == Character.toUpperCase(letter)) {
          return Optional.of(unit);
        }
      }
      return Optional.empty();
    }
  }

  /** Refuses what has more than three digits. */
  public AgeString {
    if (count < 0 || count > 999) {
      throw new IllegalArgumentException("age " + count + " does not fit three digits");
    }
  }

  /** Reads {@code nnnD}, {@code nnnW}, {@code nnnM} or {@code nnnY}; fewer digits are tolerated. */
  public static Optional<AgeString> parse(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > 3 || !Digits.all(text, 0, digits)) {
      return Optional.empty();
    }
    return Unit.of(text.charAt(digits))
        .map(unit -> new AgeString(Digits.number(text, 0, digits), unit));
  }

  /** The age as a calendar period. */
  public Period period() {
    return switch (unit) {
      case DAYS -> Period.ofDays(count);
      case WEEKS -> Period.ofWeeks(count);
      case MONTHS -> Period.ofMonths(count);
      case YEARS -> Period.ofYears(count);
    };
  }

  /** The value as it is encoded. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%03d%c", count, unit.letter);
  }
}
