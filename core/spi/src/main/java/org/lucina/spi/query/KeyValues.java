package org.lucina.spi.query;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DateTimeRange;
import org.lucina.dicom.value.DecimalString;
import org.lucina.dicom.value.TimeRange;

/** Reads the values of keys (PS3.4 C.2.2.2). */
public final class KeyValues {
  /** Asks for attributes without value (PS3.4 C.2.2.2.8). */
  public static final String EMPTY = "\"\"";

  private KeyValues() {}

  /** The values of a key that limit; none when it matches everything. */
  public static List<String> of(DataSet keys, int tag) {
    List<String> values =
        keys.strings(tag).stream()
            .map(value -> value.replace("\0", "").strip())
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    return values.stream().anyMatch(KeyValues::isUniversal) ? List.of() : values;
  }

  /** Whether a value matches everything. */
  public static boolean isUniversal(String value) {
    return value.chars().allMatch(character -> character == '*');
  }

  /** Days. */
  public static DateRange dates(int tag, String value) throws QueryException {
    return DateRange.parse(value)
        .orElseThrow(() -> new QueryException(tag, "is no date and no range of dates"));
  }

  /** Times of the day. */
  public static TimeRange times(int tag, String value) throws QueryException {
    return TimeRange.parse(value)
        .orElseThrow(() -> new QueryException(tag, "is no time and no range of times"));
  }

  /**
   * Moments.
   *
   * @param local for values that do not tell their offset from UTC
   */
  public static DateTimeRange dateTimes(int tag, String value, ZoneOffset local)
      throws QueryException {
    return DateTimeRange.parse(value, local)
        .orElseThrow(() -> new QueryException(tag, "is no date and time and no range of them"));
  }

  /** A number. */
  public static BigDecimal number(int tag, String value) throws QueryException {
    return DecimalString.parse(value).orElseThrow(() -> new QueryException(tag, "is no number"));
  }
}
