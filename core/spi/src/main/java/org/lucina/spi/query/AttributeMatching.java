package org.lucina.spi.query;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateTimeRange;
import org.lucina.dicom.value.DecimalString;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomDateTime;
import org.lucina.dicom.value.DicomTime;
import org.lucina.dicom.value.PersonName;

/**
 * Matches keys on data sets (PS3.4 C.2.2.2), every kind of matching but the fuzzy one: one value of
 * several is enough, names match in any case, keys of one item in one item.
 */
public final class AttributeMatching {

  private AttributeMatching() {}

  /**
   * Whether the key of a tag matches what a data set has there.
   *
   * @throws QueryException when the key is malformed
   */
  public static boolean matches(DataSet keys, int tag, DataSet data) throws QueryException {
    Element key = keys.get(tag).orElseThrow();
    if (key.vr() == VR.SQ) {
      return itemMatches(keys.items(tag), data.items(tag));
    }
    List<String> wanted = KeyValues.of(keys, tag);
    List<String> present = data.strings(tag);
    if (wanted.isEmpty()) {
      return true;
    }
    for (String value : wanted) {
      if (value.equals(KeyValues.EMPTY) && present.isEmpty()) {
        return true;
      }
      for (String there : present) {
        if (matches(tag, key.vr(), value, there, data)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Refuses a value of a key that cannot be understood. */
  static void check(int tag, VR vr, String value) throws QueryException {
    switch (vr) {
      case DA -> KeyValues.dates(tag, value);
      case TM -> KeyValues.times(tag, value);
      case DT -> KeyValues.dateTimes(tag, value, ZoneOffset.UTC);
      case IS, DS, FL, FD, SL, SS, SV, UL, US, UV -> KeyValues.number(tag, value);
      default -> {
        // Any text can be looked for.
      }
    }
  }

  private static boolean itemMatches(List<DataSet> keys, List<DataSet> items)
      throws QueryException {
    for (DataSet key : keys) {
      boolean any = items.isEmpty() && allMatch(key, new DataSet());
      for (DataSet item : items) {
        any |= allMatch(key, item);
      }
      if (!any) {
        return false;
      }
    }
    return true;
  }

  private static boolean allMatch(DataSet keys, DataSet item) throws QueryException {
    for (Element key : keys) {
      if (!matches(keys, key.tag(), item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(int tag, VR vr, String key, String value, DataSet data)
      throws QueryException {
    return switch (vr) {
      case DA -> {
        var range = KeyValues.dates(tag, key);
        yield DicomDate.parse(value).filter(date -> range.contains(date.first())).isPresent();
      }
      case TM -> {
        var range = KeyValues.times(tag, key);
        yield DicomTime.parse(value).filter(time -> range.contains(time.first())).isPresent();
      }
      case DT -> matchesDateTime(tag, key, value, data);
      case PN -> matchesName(key, value);
      case UI -> key.equals(value);
      case IS, DS, FL, FD, SL, SS, SV, UL, US, UV -> matchesNumber(tag, key, value);
      default -> pattern(key).matcher(value).matches();
    };
  }

  private static boolean matchesDateTime(int tag, String key, String value, DataSet data)
      throws QueryException {
    ZoneOffset local =
        data.string(Tag.TimezoneOffsetFromUTC)
            .flatMap(DicomDateTime::parseOffset)
            .orElse(ZoneOffset.UTC);
    DateTimeRange range = KeyValues.dateTimes(tag, key, local);
    Optional<LocalDateTime> time =
        DicomDateTime.parse(value)
            .map(there -> LocalDateTime.ofInstant(there.firstInstant(local), local));
    return time.filter(range::contains).isPresent();
  }

  private static boolean matchesNumber(int tag, String key, String value) throws QueryException {
    var wanted = KeyValues.number(tag, key);
    return DecimalString.parse(value).filter(number -> number.compareTo(wanted) == 0).isPresent();
  }

  private static boolean matchesName(String key, String value) {
    List<String> wanted = PersonName.parse(key).groupMatchingForms();
    List<String> present = PersonName.parse(value).groupMatchingForms();
    long given = wanted.stream().filter(group -> !group.isEmpty()).count();
    for (int group = 0; group < wanted.size(); group++) {
      if (!wanted.get(group).isEmpty()) {
        Pattern pattern = pattern(wanted.get(group));
        boolean found =
            given == 1 && group == 0
                ? present.stream().anyMatch(text -> pattern.matcher(text).matches())
                : pattern.matcher(present.get(group)).matches();
        if (!found) {
          return false;
        }
      }
    }
    return true;
  }

  private static Pattern pattern(String key) {
    StringBuilder regex = new StringBuilder();
    for (String part : key.split("(?<=[*?])|(?=[*?])")) {
      regex.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
