package org.lucina.observer.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: lists, ranges and steps of numbers, or of names.
 *
 * @param what it is called in messages
 * @param least number possible
 * @param most number possible
 * @param names of the numbers from the least on; empty when they have none
 */
record CronField(String what, int least, int most, List<String> names) {
  static final CronField MINUTE = new CronField("minute", 0, 59, List.of());
  static final CronField HOUR = new CronField("hour", 0, 23, List.of());
  static final CronField DAY = new CronField("day of the month", 1, 31, List.of());
  static final CronField MONTH =
      new CronField(
          "month",
          1,
          12,
          List.of(
              "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));

  /** Sunday is 0, and 7 as well. */
  static final CronField WEEKDAY =
      new CronField(
          "day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"));

  /**
   * The numbers that a text stands for.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  BitSet parse(String text) {
    BitSet numbers = new BitSet(most + 1);
    for (String part : text.split(",", -1)) {
      String[] steps = part.split("/", -1);
      String[] ends = steps[0].split("-", -1);
      if (steps.length > 2 || ends.length > 2) {
        throw malformed(text);
      }
      boolean all = steps[0].equals("*");
      int first = all ? least : number(ends[0], text);
      int last =
          all || ends.length == 1 && steps.length == 2 ? most : number(ends[ends.length - 1], text);
      int step = steps.length == 2 ? positive(steps[1], text) : 1;
      if (first > last) {
        throw malformed(text);
      }
      for (int number = first; number <= last; number += step) {
        numbers.set(number);
      }
    }
    return numbers;
  }

  private int number(String text, String whole) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return least + named;
    }
    int number = digits(text, whole);
    if (number < least || number > most) {
      throw malformed(whole);
    }
    return number;
  }

  private int positive(String text, String whole) {
    int number = digits(text, whole);
    if (number < 1) {
      throw malformed(whole);
    }
    return number;
  }

  private int digits(String text, String whole) {
    if (!text.matches("[0-9]{1,3}")) {
      throw malformed(whole);
    }
    return Integer.parseInt(text);
  }

  private IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("'" + text + "' is no " + what);
  }
}
