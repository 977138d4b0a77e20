package org.lucina.archive.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Matches keys on objects as PS3.4 C.2.2.2 says it, without a thought of speed. */
final class NaiveMatcher {

  private NaiveMatcher() {}

  static boolean matches(DataSet keys, DataSet object) {
    for (Element key : keys) {
      if (key.tag() == Tag.SpecificCharacterSet) {
        continue;
      }
      String value = String.join("\\", keys.strings(key.tag()));
      if (!value.isEmpty() && !value.equals("*") && !matches(key, value, object)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Element key, String value, DataSet object) {
    // Each study here has one series.
    int tag = key.tag() == Tag.ModalitiesInStudy ? Tag.Modality : key.tag();
    List<String> present = object.strings(tag);
    if (value.equals("\"\"")) {
      return present.stream().allMatch(String::isEmpty);
    }
    return Arrays.stream(value.split("\\\\"))
        .anyMatch(wanted -> present.stream().anyMatch(there -> matches(key.vr(), wanted, there)));
  }

  private static boolean matches(VR vr, String wanted, String there) {
    return switch (vr) {
      case DA -> inRange(wanted, there, "");
      case TM -> inRange(wanted, (there + "0000").substring(0, 6), "59");
      case IS -> Integer.parseInt(wanted) == Integer.parseInt(there);
      case PN ->
          Arrays.stream(there.split("="))
              .anyMatch(
                  group ->
                      pattern(wanted.toUpperCase(Locale.ROOT))
                          .matcher(group.toUpperCase(Locale.ROOT))
                          .matches());
      default -> pattern(wanted).matcher(there).matches();
    };
  }

  /** Times are given to the minute or second here, and compared to the second. */
  private static boolean inRange(String range, String there, String lastSecond) {
    String from = range.contains("-") ? range.substring(0, range.indexOf('-')) : range;
    String to = range.contains("-") ? range.substring(range.indexOf('-') + 1) : range;
    return (from.isEmpty() || there.compareTo(from) >= 0)
        && (to.isEmpty() || there.compareTo(to + (to.length() == 4 ? lastSecond : "")) <= 0);
  }

  private static Pattern pattern(String wanted) {
    StringBuilder regex = new StringBuilder();
    for (int character : wanted.codePoints().toArray()) {
      regex.append(
          switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
          });
    }
    return Pattern.compile(regex.toString());
  }
}
