package org.lucina.spi.simple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DecimalString;

/**
 * A data set as names and values, for search engines and tables: keywords instead of tags, one
 * value or a list, dates and times joined, the content of reports as a tree of what it means, and
 * what is often missing filled in.
 *
 * <p>Values are text, {@link Long}, {@link Double}, {@link java.time.LocalDateTime}, lists of
 * values and maps from names to values. Private attributes, bulk and pixel data are left out.
 */
public final class SimpleForm {
  private SimpleForm() {}

  /** The simple form of a dixel's attributes; the data set stays as it is. */
  public static Map<String, Object> of(DataSet tags) {
    Map<String, Object> simple = plain(tags);
    ContentTree.flatten(tags, simple);
    DoseReport.complete(simple);
    DateTimes.join(tags, simple);
    fill(simple);
    return simple;
  }

  /** What dashboards group by is never missing. */
  private static void fill(Map<String, Object> simple) {
    fill(simple, "AccessionNumber", "StudyInstanceUID");
    fill(simple, "PatientName", "PatientID");
    fill(simple, "StationName", "DeviceSerialNumber");
    if (!simple.containsKey("StationName")) {
      simple.put("StationName", DoseReport.observer(simple).orElse("Unknown"));
    }
  }

  private static void fill(Map<String, Object> simple, String missing, String instead) {
    if (!simple.containsKey(missing) && simple.containsKey(instead)) {
      simple.put(missing, simple.get(instead));
    }
  }

  private static Map<String, Object> plain(DataSet tags) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Element element : tags) {
      Optional<String> keyword =
          Dictionary.find(element.tag()).map(Dictionary.Entry::keyword).filter(k -> !k.isEmpty());
      keyword.ifPresent(
          name -> value(tags, element.tag()).ifPresent(value -> values.put(name, value)));
    }
    return values;
  }

  private static Optional<Object> value(DataSet tags, int tag) {
    VR vr = Dictionary.vrOf(tag);
    List<Object> values = new ArrayList<>();
    switch (vr) {
      case SQ -> tags.items(tag).forEach(item -> values.add(plain(item)));
      case OB, OD, OF, OL, OV, OW, UN -> {
        // bulk
      }
      default ->
          tags.strings(tag).stream()
              .filter(text -> !text.isEmpty())
              .forEach(text -> values.add(scalar(vr, text)));
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(values.size() == 1 && vr != VR.SQ ? values.get(0) : values);
  }

  /** Numbers as such; what is none stays text. */
  private static Object scalar(VR vr, String text) {
    return switch (vr) {
      case IS, SL, SS, UL, US, SV -> whole(text);
      case DS, FL, FD -> number(text);
      default -> text;
    };
  }

  private static Object whole(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notWhole) {
      return number(text);
    }
  }

  /** A finite number, or the text that is none. */
  static Object number(String text) {
    return DecimalString.parse(text)
        .map(Number::doubleValue)
        .filter(Double::isFinite)
        .<Object>map(number -> number)
        .orElse(text);
  }
}
