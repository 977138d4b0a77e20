package org.lucina.endpoint.mock.site;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes studies one after another, at times that its seed decides.
 *
 * @param site where it stands
 * @param station its name there, 16 characters at most
 * @param modality what it makes
 * @param studiesPerHour how many on the average
 * @param seed decides all that it makes
 */
public record Device(
    String site, String station, Modality modality, double studiesPerHour, Seed seed) {
  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final double SHORTEST = 0.5;

  /**
   * When the studies of a day begin, in order.
   *
   * <p>Intervals are even between half and one and a half of the mean. The first one of the day is
   * drawn as if it had begun the day before, so that any day has as many studies as any other.
   */
  public List<LocalDateTime> starts(LocalDate day) {
    SplittableRandom random = seed.at(day.toEpochDay()).random();
    double mean = 3600 / studiesPerHour;
    List<LocalDateTime> starts = new ArrayList<>();
    double interval = Math.sqrt(SHORTEST * SHORTEST + 2 * random.nextDouble()) * mean;
    double second = interval * random.nextDouble();
    while (second < SECONDS_OF_A_DAY) {
      starts.add(day.atStartOfDay().plusSeconds((long) second));
      second += (SHORTEST + random.nextDouble()) * mean;
    }
    return starts;
  }
}
