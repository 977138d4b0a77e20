package org.lucina.archive.pipeline.step;

import java.io.IOException;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;

/** Has an anonymizer make what goes on, instance by instance. */
final class AnonymizeStep implements Step, DixelChange {
  private final Anonymizer anonymizer;
  private final Recording record;

  /**
   * One that has an anonymizer.
   *
   * @param record takes note of what that did
   */
  AnonymizeStep(Anonymizer anonymizer, Recording record) {
    this.anonymizer = anonymizer;
    this.record = record;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    passage.change(this);
    // Now rather than later: here is where it shows what is wrong.
    passage.reference();
    return Outcome.goOn();
  }

  @Override
  public boolean needsInstances() {
    return true;
  }

  @Override
  public Dixel change(Dixel dixel) throws StepException {
    if (dixel.level() != DicomLevel.INSTANCE) {
      return ChangedParts.around(dixel, this)
          .orElseThrow(
              () ->
                  StepException.permanent(
                      "the source tells no instances of the " + Levels.name(dixel.level())));
    }
    try {
      Anonymized anonymized = anonymizer.anonymize(dixel);
      record.add(dixel, anonymized);
      return anonymized.marked();
    } catch (AnonymizerException | IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }
}
