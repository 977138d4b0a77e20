package org.lucina.anonymizer.ps315.walk;

import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.deid.Marks;
import org.lucina.deid.MethodCode;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/**
 * Says in an object what was done to it (PS3.15 E.1.1 step 6, E.2, E.3); keeps what others said.
 */
final class Claims {
  private static final String METHOD = "Lucina PS3.15 Basic Profile";
  private static final List<String> FROM_LEAST = List.of("UNMODIFIED", "MODIFIED", "REMOVED");

  private Claims() {}

  static void set(DataSet data, Settings settings) {
    Marks.set(data, METHOD, false);
    Marks.code(data, MethodCode.PROFILE);
    for (Option option : Option.values()) {
      if (settings.has(option)) {
        Marks.code(data, option.code());
      }
    }
    data.set(Tag.LongitudinalTemporalInformationModified, longitudinal(data, settings));
    if (settings.has(Option.CLEAN_PIXEL_DATA)) {
      data.set(Tag.BurnedInAnnotation, "NO");
    }
  }

  /** Dates that were removed or modified before are not true now. */
  private static String longitudinal(DataSet data, Settings settings) {
    String now =
        settings.has(Option.RETAIN_FULL_DATES)
            ? "UNMODIFIED"
            : settings.has(Option.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    Optional<String> before = data.string(Tag.LongitudinalTemporalInformationModified);
    return before.filter(said -> FROM_LEAST.indexOf(said) > FROM_LEAST.indexOf(now)).orElse(now);
  }
}
