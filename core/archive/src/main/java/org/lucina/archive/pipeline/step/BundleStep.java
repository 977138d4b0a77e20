package org.lucina.archive.pipeline.step;

import java.time.Duration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;

/**
 * Goes on with what the dixel belongs to, once for the events of some seconds, or with its parts.
 */
final class BundleStep implements Step {
  /** So long events of one study or series are gathered. */
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private final DicomLevel level;
  private final Parking parking;

  BundleStep(DicomLevel level, Parking parking) {
    this.level = level;
    this.parking = parking;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    DixelEvent event = passage.event();
    DicomLevel from = event.reference().level();
    if (from == level) {
      return Outcome.goOn();
    }
    if (!passage.isOriginal()) {
      throw StepException.permanent("dixels are bundled before they are changed");
    }
    if (from.isBelow(level)) {
      // A study that has lost an instance is not deleted.
      Kind kind = event.kind() == Kind.DELETED ? Kind.CHANGED : event.kind();
      return parking.park(passage, level, kind, TOGETHER, false);
    }
    Endpoint source =
        passage
            .source()
            .orElseThrow(() -> StepException.permanent("there is no source to tell the parts"));
    return new Outcome.Replaced(
        sink -> source.expand(event.reference(), level, part -> sink.accept(part(event, part))));
  }

  private static DixelEvent part(DixelEvent whole, Reference part) {
    String id = whole.id().substring(0, Math.min(400, whole.id().length()));
    String name = part.identifier().or(part::key).orElse("");
    String suffix = "/" + Integer.toHexString(name.hashCode());
    return new DixelEvent(id + suffix, whole.kind(), part, whole.time());
  }
}
