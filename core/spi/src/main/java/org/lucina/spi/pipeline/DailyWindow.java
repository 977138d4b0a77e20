package org.lucina.spi.pipeline;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A part of each day, in the server's time zone: from the first time until just before the second,
 * over midnight when that is earlier.
 */
public record DailyWindow(LocalTime from, LocalTime to) {

  /** Refuses one that is empty. */
  public DailyWindow {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a daily window begins and ends at different times");
    }
  }

  /**
   * Reads one such as {@code 20:00-06:00}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static DailyWindow parse(String text) {
    String[] ends = text.strip().split("\\s*-\\s*", -1);
    try {
      if (ends.length == 2) {
        return new DailyWindow(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(fault(text), e);
    }
    throw new IllegalArgumentException(fault(text));
  }

  private static String fault(String text) {
    return "'" + text + "' is no daily window such as 20:00-06:00";
  }

  /** Whether a time of day is within. */
  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
