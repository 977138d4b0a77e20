package org.lucina.archive.pipeline.step;

import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.View;
import org.lucina.spi.observer.DixelEvent;

/** Lets go on what fulfils all conditions, or else what does not. */
final class FilterStep implements Step {
  private final Set<DixelEvent.Kind> kinds;
  private final Set<DicomLevel> levels;
  private final AttributeFilter attributes;
  private final boolean negate;

  FilterStep(
      Set<DixelEvent.Kind> kinds,
      Set<DicomLevel> levels,
      AttributeFilter attributes,
      boolean negate) {
    this.kinds = Set.copyOf(kinds);
    this.levels = Set.copyOf(levels);
    this.attributes = attributes;
    this.negate = negate;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    return matches(passage) != negate ? Outcome.goOn() : new Outcome.Dropped("filtered out");
  }

  private boolean matches(Passage passage) throws StepException {
    DixelEvent event = passage.event();
    return kinds.contains(event.kind())
        && levels.contains(event.reference().level())
        && (attributes.isEmpty() || attributes.matches(attributes(passage)));
  }

  /** What the event tells if that decides, else what the source does. */
  private DataSet attributes(Passage passage) throws StepException {
    DixelEvent event = passage.event();
    if (event.kind() == DixelEvent.Kind.DELETED) {
      return Tagged.tags(passage.told());
    }
    if (passage.isOriginal() && attributes.areIn(event.tags())) {
      return event.tags();
    }
    return Tagged.tags(passage.dixel(Set.of(View.TAGS)));
  }
}
