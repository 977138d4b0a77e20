package org.lucina.spi.query;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DateTimeRange;
import org.lucina.dicom.value.DecimalString;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomDateTime;
import org.lucina.dicom.value.DicomTime;
import org.lucina.dicom.value.PersonName;
import org.lucina.dicom.value.TimeRange;

/**
 * Matches keys against a data set as the archive matches them against its index (PS3.4 C.2.2.2):
 * one value of several is enough, names match in any case, and keys of one sequence must match in
 * the same item. A key that cannot be read matches nothing.
 */
final class KeyMatch {
  private KeyMatch() {}

  static boolean matches(List<QueryKey> keys, DataSet tags) {
    return matches(keys, 0, tags);
  }

  private static boolean matches(List<QueryKey> keys, int depth, DataSet tags) {
    Map<Integer, List<QueryKey>> inSequences = new LinkedHashMap<>();
    for (QueryKey key : keys) {
      if (isUniversal(key.value())) {
        continue;
      }
      if (key.path().size() > depth + 1) {
        inSequences.computeIfAbsent(key.path().get(depth), tag -> new ArrayList<>()).add(key);
      } else if (!matches(key, tags)) {
        return false;
      }
    }
    return inSequences.entrySet().stream()
        .allMatch(
            sequence ->
                tags.items(sequence.getKey()).stream()
                    .anyMatch(item -> matches(sequence.getValue(), depth + 1, item)));
  }

  /** Nothing, or nothing but {@code *}, matches attributes that are absent, too. */
  private static boolean isUniversal(String value) {
    return value.strip().chars().allMatch(character -> character == '*');
  }

  private static boolean matches(QueryKey key, DataSet tags) {
    VR vr = Dictionary.vrOf(key.tag());
    String wanted = key.value().strip();
    return tags.strings(key.tag()).stream().anyMatch(value -> matches(wanted, vr, value.strip()));
  }

  private static boolean matches(String wanted, VR vr, String value) {
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

  /** Any group of the name may match a key of the first group alone; others match their own. */
  private static boolean isName(String wanted, String value) {
    PersonName key = PersonName.parse(wanted);
    PersonName name = PersonName.parse(value);
    if (key.ideographic().isEmpty() && key.phonetic().isEmpty()) {
      return name.groupMatchingForms().stream()
          .anyMatch(group -> isText(key.matchingForm(), group));
    }
    return isGroup(key.alphabetic(), name.alphabetic())
        && isGroup(key.ideographic(), name.ideographic())
        && isGroup(key.phonetic(), name.phonetic());
  }

  private static boolean isGroup(PersonName.Group wanted, PersonName.Group group) {
    return wanted.isEmpty() || isText(form(wanted), form(group));
  }

  private static String form(PersonName.Group group) {
    return new PersonName(group, PersonName.Group.EMPTY, PersonName.Group.EMPTY).matchingForm();
  }

  private static boolean isNumber(String wanted, String value) {
    return DecimalString.parse(wanted)
        .flatMap(number -> DecimalString.parse(value).filter(other -> other.compareTo(number) == 0))
        .isPresent();
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
