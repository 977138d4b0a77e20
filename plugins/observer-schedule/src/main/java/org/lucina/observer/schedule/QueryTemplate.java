package org.lucina.observer.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;

/**
 * A query in which days stand by reference: <code>{today}</code>, <code>{today-7}</code>, and
 * <code>{last}</code> for the day of the last run.
 *
 * @param level of what is looked for
 * @param text as {@link Query#parse} takes it
 */
record QueryTemplate(DicomLevel level, String text) {
  private static final Pattern DAY = Pattern.compile("\\{(today|last)(?:([+-])(\\d{1,5}))?\\}");

  /**
   * The query of a run.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  Query at(LocalDate today, LocalDate last) {
    Matcher days = DAY.matcher(text);
    String filled = days.replaceAll(found -> day(found, today, last));
    if (filled.indexOf('{') >= 0) {
      throw new IllegalArgumentException(
          "in braces there is {today}, {today-N}, {today+N}, {last}, {last-N} or {last+N}");
    }
    return Query.parse(level, filled);
  }

  private static String day(MatchResult found, LocalDate today, LocalDate last) {
    LocalDate day = found.group(1).equals("today") ? today : last;
    long shift = found.group(3) == null ? 0 : Long.parseLong(found.group(3));
    boolean back = "-".equals(found.group(2));
    return DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(back ? -shift : shift));
  }
}
