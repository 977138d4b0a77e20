package org.lucina.endpoint.mock.study;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.lucina.endpoint.mock.site.Device;
import org.lucina.endpoint.mock.site.Seed;

/**
 * A study with all its series, be they made yet or not.
 *
 * @param device that makes it
 * @param start when it begins
 * @param uid Study Instance UID
 * @param frameOfReference Frame of Reference UID of all its series
 * @param accession Accession Number, 16 characters at most
 * @param number Study ID
 * @param patient whom it shows
 * @param region what it shows
 * @param description Study Description
 * @param contrast whether a contrast medium is given
 * @param seed decides what is not decided yet
 * @param series in order of time
 */
public record Study(
    Device device,
    LocalDateTime start,
    String uid,
    String frameOfReference,
    String accession,
    int number,
    Patient patient,
    Region region,
    String description,
    boolean contrast,
    Seed seed,
    List<Series> series) {

  /** Copies the list. */
  public Study {
    series = List.copyOf(series);
  }

  /** L or R for what a patient has two of; images of breasts tell it themselves. */
  public Optional<String> laterality() {
    return region == Region.EXTREMITY
        ? Optional.of(seed.value() % 2 == 0 ? "L" : "R")
        : Optional.empty();
  }

  /** When its last instance is made. */
  public LocalDateTime end() {
    return series.get(series.size() - 1).end();
  }
}
