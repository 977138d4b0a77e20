package org.lucina.endpoint.mock.study;

import java.time.LocalDateTime;
import org.lucina.endpoint.mock.site.Seed;

/**
 * An instance of a series.
 *
 * @param study it belongs to
 * @param series it belongs to
 * @param number Instance Number, from 1
 */
public record Instance(Study study, Series series, int number) {

  /** SOP Instance UID. */
  public String uid() {
    return series.uids().apply(number);
  }

  /** When it is made. */
  public LocalDateTime time() {
    return series.time(number);
  }

  /** Decides its noise. */
  public Seed seed() {
    return study.seed().at(series.number()).at(number);
  }
}
