package org.lucina.observer.dimsepoll;

import java.time.Duration;
import java.time.ZoneId;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;

/**
 * What is asked for, and how often.
 *
 * @param endpoint name of the endpoint that is asked
 * @param filter level and keys of what is looked for, without study date and time
 * @param period between two polls
 * @param window how far a poll reaches back before the end of the last one
 * @param since how far back it begins without a position, beside the window
 * @param remember how long what was told is not told again
 * @param times whether study times are asked for, rather than whole days
 * @param changes whether it is told when a dixel has got more instances
 * @param zone of the study dates and times of the endpoint
 */
record PollSettings(
    String endpoint,
    Query filter,
    Duration period,
    Duration window,
    Duration since,
    Duration remember,
    boolean times,
    boolean changes,
    ZoneId zone) {

  DicomLevel level() {
    return filter.level();
  }
}
