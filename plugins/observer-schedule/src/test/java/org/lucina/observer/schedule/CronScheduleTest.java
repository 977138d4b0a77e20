package org.lucina.observer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions as crontab(5) describes them. */
class CronScheduleTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

  @ParameterizedTest
  @CsvSource({
    "0 2 * * *, 2026-05-04T12:00, 2026-05-05T02:00",
    "0 2 * * *, 2026-05-04T02:00, 2026-05-05T02:00",
    "0 2 * * *, 2026-05-04T01:59:59, 2026-05-04T02:00",
    "*/15 * * * *, 2026-05-04T12:31, 2026-05-04T12:45",
    "5/20 8-10 * * *, 2026-05-04T08:26, 2026-05-04T08:45",
    "30 20 * * MON-FRI, 2026-05-08T20:30, 2026-05-11T20:30",
    "'0 0 * * SUN,3', 2026-05-04T12:00, 2026-05-06T00:00",
    "0 0 * * 7, 2026-05-04T12:00, 2026-05-10T00:00",
    "0 0 29 2 *, 2026-05-04T12:00, 2028-02-29T00:00",
    "0 0 1 JAN-MAR *, 2026-05-04T12:00, 2027-01-01T00:00",
    "0 0 13 * FRI, 2026-05-04T12:00, 2026-05-08T00:00",
    "0 0 31 * *, 2026-05-31T00:00, 2026-07-31T00:00",
  })
  void nextIs(String expression, LocalDateTime after, LocalDateTime next) {
    CronSchedule schedule = new CronSchedule(expression, ZONE);

    assertThat(schedule.next(after.atZone(ZONE))).hasValue(next.atZone(ZONE));
    assertThat(schedule.last(after.atZone(ZONE), next.atZone(ZONE))).hasValue(next.atZone(ZONE));
  }

  @Test
  void lastIsTheLatestOfMany() {
    CronSchedule schedule = new CronSchedule("* * * * *", ZONE);
    ZonedDateTime now = LocalDateTime.parse("2026-05-04T12:00:30").atZone(ZONE);

    assertThat(schedule.last(now.minusYears(5), now)).hasValue(now.minusSeconds(30));
    assertThat(schedule.last(now.minusSeconds(10), now)).isEmpty();
  }

  @Test
  void skipsTheHourThatSummerTimeLeavesOut() {
    CronSchedule schedule = new CronSchedule("30 2 * * *", ZONE);
    ZonedDateTime saturday = ZonedDateTime.of(2026, 3, 28, 2, 30, 0, 0, ZONE);

    assertThat(schedule.next(saturday)).hasValue(saturday.plusDays(2));
    ZonedDateTime autumn = ZonedDateTime.of(2026, 10, 24, 2, 30, 0, 0, ZONE);
    ZonedDateTime once = schedule.next(autumn).orElseThrow();
    assertThat(schedule.next(once).orElseThrow().toLocalDate())
        .isEqualTo(once.toLocalDate().plusDays(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "5-1 * * * *",
        "*/0 * * * *",
        "1-2-3 * * * *",
        ", * * * *",
        "* * * * FOO",
        "-1 * * * *",
        "1/2/3 * * * *"
      })
  void refuses(String expression) {
    assertThatThrownBy(() -> new CronSchedule(expression, ZONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
