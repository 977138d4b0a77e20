package org.lucina.endpoint.orthanc;

import java.util.Optional;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryKey;

/**
 * Writes a key as Orthanc understands it, so that it finds at least what the key matches. Orthanc
 * compares text where DICOM compares names, numbers and times; what it finds is therefore matched
 * again.
 */
final class Narrowing {
  private Narrowing() {}

  /** The constraint, empty when there is none that surely finds all. */
  static Optional<String> of(QueryKey key) {
    String value = key.value().strip();
    if (value.equals(KeyValues.EMPTY)) {
      return Optional.empty();
    }
    VR vr = Dictionary.vrOf(key.tag());
    return switch (vr) {
      case UI -> Optional.of(value);
      case PN -> name(value);
      case DA -> DateRange.parse(value).flatMap(Narrowing::days);
      case AE, CS, LO, SH -> isSingle(key.tag()) ? text(value) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isSingle(int tag) {
    return Dictionary.find(tag).filter(entry -> entry.vm().equals("1")).isPresent();
  }

  /** Several values are an alternative here, but not to Orthanc when they have wild cards. */
  private static Optional<String> text(String value) {
    if (value.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    return Optional.of(loose(value, false));
  }

  /** Names match in any case, in any of their groups, whatever delimiters are at the end. */
  private static Optional<String> name(String value) {
    if (value.indexOf('=') >= 0 || value.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '^') {
      end--;
    }
    return Optional.of(loose("*" + value.substring(0, end) + "*", true));
  }

  /** What may be encoded or spaced otherwise becomes a wild card. */
  private static String loose(String value, boolean name) {
    StringBuilder loose = new StringBuilder();
    for (char character : value.toCharArray()) {
      String part =
          switch (character) {
            case '?' -> "*";
            case '^' -> name ? "*^*" : "^";
            case ' ' -> name ? "*" : " ";
            default -> character < 0x80 ? String.valueOf(character) : "*";
          };
      loose.append(part);
    }
    return loose.toString().replaceAll("\\*+", "*");
  }

  private static Optional<String> days(DateRange range) {
    if (range.from().isEmpty() && range.to().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        range.from().map(DicomDate::format).orElse("")
            + "-"
            + range.to().map(DicomDate::format).orElse(""));
  }
}
