package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import org.lucina.deid.text.KnownIdentifiers;
import org.lucina.deid.text.Suspicion;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;

/** Takes what identifies the patient of an instance, and those around them, out of its text. */
final class FreeText {
  private final KnownIdentifiers known;
  private final Changes changes;

  private FreeText(KnownIdentifiers known, Changes changes) {
    this.known = known;
    this.changes = changes;
  }

  /**
   * With the identifiers of a data set.
   *
   * @param original before it is changed
   * @throws AnonymizerException when it has more names or ids than any true object has
   */
  static FreeText of(DataSet original, Changes changes) throws AnonymizerException {
    try {
      return new FreeText(KnownIdentifiers.of(original), changes);
    } catch (IllegalArgumentException e) {
      throw new AnonymizerException(Reason.REFUSED, "the instance has " + e.getMessage(), e);
    }
  }

  static boolean fits(Element element, VR vr) {
    return vr.usesCharacterSet() && vr != VR.PN && element.value() instanceof Bytes;
  }

  /**
   * Takes it out of an attribute that {@link #fits}.
   *
   * @param path of the attribute in the instance
   * @param listed whether it is listed what is left and looks as if it identified somebody
   */
  void clean(DataSet data, Element element, VR vr, String path, String reason, boolean listed) {
    List<String> cleaned = new ArrayList<>();
    int replaced = 0;
    for (String value : data.strings(element.tag())) {
      KnownIdentifiers.Cleaned one = known.clean(value, vr);
      replaced += one.replaced();
      cleaned.add(one.text());
      if (listed) {
        for (Suspicion suspicion : one.suspicions()) {
          changes.add(path, Changes.SUSPICIOUS, suspicion.kind().name());
        }
      }
    }
    if (replaced > 0) {
      data.set(element.tag(), vr, cleaned.toArray(String[]::new));
      changes.add(path, "clean", reason);
    }
  }
}
