package org.lucina.observer.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs by an expression as cron has them. A time that summer time leaves out on a day is left out;
 * one that comes twice counts once.
 */
final class CronSchedule implements Schedule {
  private static final int FIELDS = 5;
  private static final String ALL = "*";

  /** From one 29th of February to the next, over a century. */
  private static final int LONGEST = 366 * 9;

  private final ZoneId zone;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;
  private final boolean eitherDay;

  /**
   * Reads an expression.
   *
   * @param expression minute, hour, day of the month, month, day of the week; when both days are
   *     limited, either is enough
   * @throws IllegalArgumentException when it is malformed
   */
  CronSchedule(String expression, ZoneId zone) {
    String[] fields = expression.strip().split("\\s+");
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("'" + expression + "' has not five fields");
    }
    this.zone = zone;
    this.minutes = CronField.MINUTE.parse(fields[0]);
    this.hours = CronField.HOUR.parse(fields[1]);
    this.days = CronField.DAY.parse(fields[2]);
    this.months = CronField.MONTH.parse(fields[3]);
    this.weekdays = CronField.WEEKDAY.parse(fields[4]);
    this.eitherDay = !fields[2].startsWith(ALL) && !fields[4].startsWith(ALL);
  }

  @Override
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    LocalDate today = after.withZoneSameInstant(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(LONGEST))
        .flatMap(this::runs)
        .filter(run -> run.isAfter(after))
        .findFirst();
  }

  @Override
  public Optional<ZonedDateTime> last(ZonedDateTime after, ZonedDateTime until) {
    LocalDate first = after.withZoneSameInstant(zone).toLocalDate();
    LocalDate last = until.withZoneSameInstant(zone).toLocalDate();
    return Stream.iterate(last, day -> !day.isBefore(first), day -> day.minusDays(1))
        .flatMap(
            day ->
                runs(day)
                    .filter(run -> run.isAfter(after) && !run.isAfter(until))
                    .max(Comparator.naturalOrder())
                    .stream())
        .findFirst();
  }

  private Stream<ZonedDateTime> runs(LocalDate day) {
    if (!isDay(day)) {
      return Stream.empty();
    }
    return hours.stream()
        .boxed()
        .flatMap(hour -> minutes.stream().mapToObj(minute -> day.atTime(hour, minute)))
        .filter(this::exists)
        .map(time -> time.atZone(zone));
  }

  private boolean isDay(LocalDate day) {
    boolean ofMonth = days.get(day.getDayOfMonth());
    int weekday = day.getDayOfWeek().getValue();
    boolean ofWeek = weekdays.get(weekday) || weekday == 7 && weekdays.get(0);
    return months.get(day.getMonthValue()) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
  }

  private boolean exists(LocalDateTime time) {
    return !zone.getRules().getValidOffsets(time).isEmpty();
  }
}
