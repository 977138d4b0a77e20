package org.lucina.archive.pipeline.step;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lucina.archive.pipeline.state.Waiting;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.archive.pipeline.step.StepException.Remedy;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/** Has studies and series wait at a step of a pipeline. */
final class Parking {
  private final WaitingRoom room;
  private final String pipeline;
  private final String step;
  private final Clock clock;

  Parking(WaitingRoom room, String pipeline, String step, Clock clock) {
    this.room = room;
    this.pipeline = pipeline;
    this.step = step;
    this.clock = clock;
  }

  /**
   * Has what an event's dixel belongs to wait.
   *
   * @return parked, or dropped when it waits already
   */
  Outcome park(
      Passage passage, DicomLevel level, DixelEvent.Kind kind, Duration time, boolean pushBack)
      throws StepException {
    if (!passage.isOriginal()) {
      throw StepException.permanent("dixels wait before they are changed");
    }
    Reference whole = whole(Levels.above(passage, level));
    Waiting waiting =
        new Waiting(
            step,
            UUID.randomUUID().toString(),
            clock.instant().plus(time),
            kind,
            passage.event().time(),
            whole);
    try {
      boolean first = room.add(pipeline, waiting, pushBack);
      return first ? new Outcome.Parked() : new Outcome.Dropped("its whole waits already");
    } catch (SQLException e) {
      throw new StepException(Remedy.RETRY, "the database does not take it", e);
    }
  }

  private static Reference whole(Reference reference) throws StepException {
    if (reference.identifier().isEmpty()) {
      throw StepException.permanent("it does not tell its UID");
    }
    return new Reference(
        reference.level(),
        reference.patientId(),
        reference.studyUid(),
        reference.seriesUid(),
        Optional.empty(),
        Optional.empty());
  }
}
