package org.lucina.spi.query;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DateTimeRange;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomDateTime;
import org.lucina.dicom.value.DicomTime;
import org.lucina.dicom.value.PersonName;
import org.lucina.dicom.value.TimeRange;

/**
 * Matches a key against a data set as the archive matches it against its index (PS3.4 C.2.2.2): one
 * value of several is enough, names match in any case.
 */
final class KeyMatch {
  private KeyMatch() {}

  static boolean matches(QueryKey key, DataSet tags) {
    return key.value().isEmpty() || matches(key, key.path(), tags);
  }

  private static boolean matches(QueryKey key, List<Integer> path, DataSet tags) {
    int tag = path.get(0);
    if (path.size() > 1) {
      List<Integer> rest = path.subList(1, path.size());
      return tags.items(tag).stream().anyMatch(item -> matches(key, rest, item));
    }
    VR vr = Dictionary.vrOf(tag);
    return tags.strings(tag).stream().anyMatch(value -> matches(key, vr, value.strip()));
  }

  private static boolean matches(QueryKey key, VR vr, String value) {
    String wanted = key.value();
    return switch (vr) {
      case DA -> DateRange.parse(wanted).filter(range -> isIn(range, value)).isPresent();
      case TM -> TimeRange.parse(wanted).filter(range -> isIn(range, value)).isPresent();
      case DT ->
          DateTimeRange.parse(wanted, DateTimes.local())
              .filter(range -> isIn(range, value))
              .isPresent();
      case UI -> List.of(wanted.split("\\\\")).contains(value);
      case PN -> isName(wanted, value);
      case DS, FD, FL, IS, SL, SS, SV, UL, US, UV -> isNumber(wanted, value);
      default -> isText(wanted, value);
    };
  }

  private static boolean isIn(DateRange range, String value) {
    return DicomDate.parse(value).filter(date -> range.contains(date.first())).isPresent();
  }

  private static boolean isIn(TimeRange range, String value) {
    return DicomTime.parse(value).filter(time -> range.contains(time.first())).isPresent();
  }

  private static boolean isIn(DateTimeRange range, String value) {
    Optional<DicomDateTime> time = DicomDateTime.parse(value);
    ZoneOffset local = DateTimes.local();
    return time.filter(
            moment -> range.contains(moment.firstInstant(local).atOffset(local).toLocalDateTime()))
        .isPresent();
  }

  /** Any group of the name may match the key; a key of several groups matches the whole name. */
  private static boolean isName(String wanted, String value) {
    String pattern = PersonName.parse(wanted).matchingForm();
    PersonName name = PersonName.parse(value);
    return isText(pattern, name.matchingForm())
        || name.groupMatchingForms().stream().anyMatch(group -> isText(pattern, group));
  }

  private static boolean isNumber(String wanted, String value) {
    try {
      return Double.parseDouble(wanted.strip()) == Double.parseDouble(value);
    } catch (NumberFormatException text) {
      return wanted.equals(value);
    }
  }

  private static boolean isText(String wanted, String value) {
    if (wanted.indexOf('*') < 0 && wanted.indexOf('?') < 0) {
      return wanted.equals(value);
    }
    StringBuilder regex = new StringBuilder();
    for (String part : wanted.split("(?<=[*?])|(?=[*?])")) {
      regex.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(value).matches();
  }
}
