package org.lucina.anonymizer.rules;

import java.time.Duration;
import java.util.Optional;
import org.lucina.deid.DateShift;
import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.mint.MintException;

/**
 * Moves dates and times.
 *
 * @param fixed by how much; empty for what a mint says of the patient
 */
record Shift(Optional<Duration> fixed) implements Action {

  @Override
  public boolean needsMint() {
    return fixed.isEmpty();
  }

  @Override
  public boolean movesTime() {
    return true;
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals)
      throws AnonymizerException, MintException {
    if (!DateShift.fits(element)) {
      throw NewValues.unfit(element, "a shift");
    }
    Duration offset = fixed.isPresent() ? fixed.get() : originals.identity().offset();
    DateShift.move(data, element, offset);
  }
}
