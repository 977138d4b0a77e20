package org.lucina.observer.schedule;

import java.time.ZonedDateTime;
import java.util.Optional;

/** Says when runs are due. */
interface Schedule {

  /** The first run after a time; empty when there is none any more. */
  Optional<ZonedDateTime> next(ZonedDateTime after);

  /** The last run after a time and until another one, however many there are between. */
  Optional<ZonedDateTime> last(ZonedDateTime after, ZonedDateTime until);
}
