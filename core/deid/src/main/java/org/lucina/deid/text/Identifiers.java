package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.deid.StandardVrs;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tags;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;

/** Collects the identifiers of a data set and all its items, private ones included. */
public final class Identifiers {
  private static final int DAY = 8;

  private final List<Identifier> found = new ArrayList<>();

  private Identifiers() {}

  /** What identifies somebody or something in a data set, in order of place. */
  public static List<Identifier> of(DataSet data) {
    Identifiers walk = new Identifiers();
    walk.walk(data, "");
    return List.copyOf(walk.found);
  }

  /** What the values of an attribute identify, by its VR in the {@link StandardVrs standard}. */
  public static Optional<Kind> kindOf(int tag, VR vr) {
    return IdentifyingAttributes.kindOf(tag, vr);
  }

  private void walk(DataSet data, String prefix) {
    for (Element element : data) {
      if (element.value() instanceof Bytes) {
        VR vr = StandardVrs.of(element);
        kindOf(element.tag(), vr)
            .ifPresent(kind -> add(kind, path(prefix, element), data.strings(element.tag(), vr)));
      }
      List<DataSet> items = data.items(element.tag());
      for (int i = 0; i < items.size(); i++) {
        walk(items.get(i), path(prefix, element) + "[" + (i + 1) + "].");
      }
    }
  }

  private static String path(String prefix, Element element) {
    return prefix + Tags.format(element.tag());
  }

  private void add(Kind kind, String path, List<String> values) {
    for (String value : values) {
      form(kind, value.strip()).ifPresent(text -> found.add(new Identifier(kind, path, text)));
    }
  }

  private static Optional<String> form(Kind kind, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind) {
      case DATE -> day(value);
      case UID -> Optional.of(value).filter(uid -> Uids.find(uid).isEmpty());
      default -> Optional.of(value);
    };
  }

  /** The day of DA, of the DA of ACR-NEMA, or of DT. */
  private static Optional<String> day(String value) {
    String digits = value.length() == 10 ? value.replace(".", "") : value;
    return startsWithDay(digits) ? Optional.of(digits.substring(0, DAY)) : Optional.empty();
  }

  private static boolean startsWithDay(String text) {
    int digits = 0;
    while (digits < DAY && digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits == DAY;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
