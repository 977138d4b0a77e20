package org.lucina.deid;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Attributes by which one sees that an object is de-identified (PS3.3 C.7.1.1, C.12.1). */
public final class Marks {
  private Marks() {}

  /**
   * Marks an object.
   *
   * @param method added to De-identification Method (0012,0063) unless it is there: 1 to 64 ASCII
   *     characters without backslash
   * @param timeMoved whether some date or time was moved
   */
  public static void set(DataSet data, String method, boolean timeMoved) {
    List<String> methods = new ArrayList<>(data.strings(Tag.DeidentificationMethod));
    if (!methods.contains(method)) {
      methods.add(method);
    }
    data.set(Tag.PatientIdentityRemoved, "YES");
    data.set(Tag.DeidentificationMethod, methods.toArray(String[]::new));
    if (timeMoved) {
      data.set(Tag.LongitudinalTemporalInformationModified, "MODIFIED");
    }
  }
}
