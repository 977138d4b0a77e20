package org.lucina.deid.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads dates as people and machines write them: digits alone, numbers with points, strokes or
 * hyphens in any usual order, month names, the characters for year, month and day of East Asia.
 */
final class DateReader {
  private static final int WIDEST_GAP = 3;
  private static final Set<String> FILLERS =
      Set.of("of", "de", "del", "st", "nd", "rd", "th", "er");

  private final Folded text;

  DateReader(Folded text) {
    this.text = text;
  }

  /** The date that begins at a token, if one does. */
  Optional<WrittenDate> at(int from) {
    if (text.isDigitAt(from)) {
      int end = text.tokenEnd(from);
      Optional<WrittenDate> compact = compact(from, end);
      return compact.isPresent() ? compact : fields(from);
    }
    return text.isLetterAt(from) && month(from, text.tokenEnd(from)).isPresent()
        ? fields(from)
        : Optional.empty();
  }

  private Optional<WrittenDate> compact(int from, int end) {
    int length = end - from;
    WrittenDate.Days days = new WrittenDate.Days();
    if (length == 8) {
      days.add(number(from, from + 4), 4, number(from + 4, from + 6), number(from + 6, end));
      days.add(number(from + 4, end), 4, number(from + 2, from + 4), number(from, from + 2));
      days.add(number(from + 4, end), 4, number(from, from + 2), number(from + 2, from + 4));
    } else if (length == 6) {
      days.add(number(from, from + 2), 2, number(from + 2, from + 4), number(from + 4, end));
      days.add(number(from + 4, end), 2, number(from + 2, from + 4), number(from, from + 2));
      days.add(number(from + 4, end), 2, number(from, from + 2), number(from + 2, from + 4));
    } else if (length >= 10 && length <= 20) {
      days.add(number(from, from + 4), 4, number(from + 4, from + 6), number(from + 6, from + 8));
    } else {
      return Optional.empty();
    }
    return days.all().isEmpty()
        ? Optional.empty()
        : Optional.of(new WrittenDate(end, days.all(), false));
  }

  /** One part of a date: a number, or a month by name. */
  private record Field(int number, int digits, boolean isMonth, int end) {}

  private Optional<WrittenDate> fields(int from) {
    Optional<Field> first = field(from);
    Optional<Field> second = first.flatMap(field -> next(field.end()));
    Optional<Field> third = second.flatMap(field -> next(field.end()));
    if (third.isEmpty()) {
      return Optional.empty();
    }
    WrittenDate.Days days = new WrittenDate.Days();
    Field a = first.get();
    Field b = second.get();
    Field c = third.get();
    boolean named = a.isMonth() || b.isMonth();
    if (c.isMonth() || a.isMonth() && b.isMonth()) {
      return Optional.empty();
    } else if (a.isMonth()) {
      days.add(c.number(), c.digits(), a.number(), b.number());
    } else if (a.digits() >= 3) {
      days.add(a.number(), a.digits(), b.number(), c.number());
    } else {
      days.add(c.number(), c.digits(), b.number(), a.number());
      if (!b.isMonth()) {
        days.add(c.number(), c.digits(), a.number(), b.number());
      }
      if (c.digits() <= 2) {
        days.add(a.number(), a.digits(), b.number(), c.number());
      }
    }
    return days.all().isEmpty()
        ? Optional.empty()
        : Optional.of(new WrittenDate(c.end(), days.all(), named || isDivided(from, b, c)));
  }

  /** Whether numbers stand between others as those of a date do. */
  private boolean isDivided(int from, Field second, Field third) {
    int last = text.tokenEnd(from);
    String one = text.gapText(last);
    boolean east = text.isAloneAt(Math.min(last, text.size() - 1));
    boolean divider = one.length() == 1 && "-./".indexOf(one.charAt(0)) >= 0;
    boolean longer = isNumbered(from, -1) || isNumbered(third.end(), 1);
    return (east || divider && one.equals(text.gapText(second.end()))) && !longer;
  }

  /** Whether a point joins a number to what stands before or behind, as in UIDs and versions. */
  private boolean isNumbered(int index, int direction) {
    String whole = text.text();
    int place = direction < 0 ? text.start(index) - 1 : text.end(index - 1);
    int beyond = place + direction;
    boolean inside = place >= 0 && place < whole.length() && beyond >= 0 && beyond < whole.length();
    return inside
        && (whole.charAt(place) == '.' || whole.charAt(place) == '-')
        && Character.isDigit(whole.charAt(beyond));
  }

  /**
   * The next part, behind an ordinal's ending, a preposition or the character for year or month.
   */
  private Optional<Field> next(int from) {
    int at = from;
    for (int skipped = 0;
        skipped < 2 && at < text.size() && text.gap(at) <= WIDEST_GAP;
        skipped++) {
      int end = text.tokenEnd(at);
      boolean filler =
          text.isAloneAt(at) && isYearMonthDay(text.at(at))
              || text.isLetterAt(at) && end - at <= 3 && FILLERS.contains(text.form(at, end));
      if (!filler) {
        break;
      }
      at = end;
    }
    return at < text.size() && text.gap(at) <= WIDEST_GAP && text.gapText(at).indexOf('\n') < 0
        ? field(at)
        : Optional.empty();
  }

  private static boolean isYearMonthDay(char c) {
    return "年月日년월일".indexOf(c) >= 0;
  }

  private Optional<Field> field(int at) {
    int end = text.tokenEnd(at);
    if (text.isDigitAt(at)) {
      return end - at <= 4
          ? Optional.of(new Field(number(at, end), end - at, false, end))
          : Optional.empty();
    }
    OptionalInt month = month(at, end);
    return month.isPresent()
        ? Optional.of(new Field(month.getAsInt(), 0, true, end))
        : Optional.empty();
  }

  private OptionalInt month(int at, int end) {
    return text.isLetterAt(at) && end - at <= 14
        ? MonthNames.find(text.form(at, end))
        : OptionalInt.empty();
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.at(i) - '0';
    }
    return number;
  }
}
