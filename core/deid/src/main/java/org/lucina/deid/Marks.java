package org.lucina.deid;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Attributes by which one sees that an object is de-identified (PS3.3 C.7.1.1, C.12.1). */
public final class Marks {
  private static final String DCM = "DCM";

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

  /**
   * Adds a code to De-identification Method Code Sequence (0012,0064) unless it is there.
   *
   * @param data the object
   * @param code what was done to it
   */
  public static void code(DataSet data, MethodCode code) {
    if (hasCode(data, code)) {
      return;
    }
    List<DataSet> codes = new ArrayList<>(data.items(Tag.DeidentificationMethodCodeSequence));
    codes.add(
        new DataSet()
            .set(Tag.CodeValue, code.value())
            .set(Tag.CodingSchemeDesignator, DCM)
            .set(Tag.CodeMeaning, code.meaning()));
    data.set(Tag.DeidentificationMethodCodeSequence, codes);
  }

  /** Whether De-identification Method Code Sequence (0012,0064) has a code. */
  public static boolean hasCode(DataSet data, MethodCode code) {
    return data.items(Tag.DeidentificationMethodCodeSequence).stream()
        .anyMatch(
            item ->
                item.string(Tag.CodeValue).filter(code.value()::equals).isPresent()
                    && item.string(Tag.CodingSchemeDesignator).filter(DCM::equals).isPresent());
  }

  /** Says that no text is burned into the pixels of an object, since it was cleaned of that. */
  public static void pixelsCleaned(DataSet data) {
    data.set(Tag.BurnedInAnnotation, "NO");
    code(data, MethodCode.CLEAN_PIXEL_DATA);
  }

  /** Whether an object says that it was cleaned of burned-in text by somebody. */
  public static boolean arePixelsCleaned(DataSet data) {
    return data.string(Tag.BurnedInAnnotation).filter("NO"::equals).isPresent()
        && hasCode(data, MethodCode.CLEAN_PIXEL_DATA);
  }
}
