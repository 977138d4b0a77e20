package org.lucina.archive.pipeline.step;

import java.time.Duration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.DixelEvent.Kind;

/**
 * Has the study or series of an event wait until it got no events for a while. Of what is deleted,
 * or above that level, nothing more can come: it goes on at once.
 */
final class WaitStep implements Step {
  private final DicomLevel level;
  private final Duration quiet;
  private final Parking parking;

  WaitStep(DicomLevel level, Duration quiet, Parking parking) {
    this.level = level;
    this.quiet = quiet;
    this.parking = parking;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    if (passage.event().kind() == Kind.DELETED
        || level.isBelow(passage.event().reference().level())) {
      return Outcome.goOn();
    }
    return parking.park(passage, level, Kind.STABLE, quiet, true);
  }
}
