package org.lucina.deid;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomDateTime;
import org.lucina.dicom.value.DicomTime;

/**
 * Moves dates and times. A date moves together with the time that belongs to it by name; what is no
 * whole date, such as a year alone, cannot be moved and is emptied, and so is what would get into
 * the year 10000, as 99991231 for never may.
 */
public final class DateShift {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HHmmss");
  private static final LocalTime NOON = LocalTime.NOON;
  private static final int DATE_LENGTH = 8;
  private static final int LAST_YEAR = 9999;

  private DateShift() {}

  /** Whether an attribute can be moved: VR DA, TM or DT, with a value that was read. */
  public static boolean fits(Element element) {
    VR vr = element.vr();
    boolean temporal = vr == VR.DA || vr == VR.TM || vr == VR.DT;
    return temporal && element.value() instanceof Bytes;
  }

  /**
   * Moves all values of an attribute. Dates must be moved before the times that belong to them.
   *
   * @param element of the data set, with its VR in the standard where the file says UN
   * @throws IllegalArgumentException unless it {@link #fits}
   */
  public static void move(DataSet data, Element element, Duration offset) {
    if (!fits(element)) {
      throw new IllegalArgumentException("VR " + element.vr() + " has no time");
    }
    VR vr = element.vr();
    List<String> times = vr == VR.DA ? times(data, element.tag()) : List.of();
    List<String> moved = new ArrayList<>();
    List<String> values = data.strings(element.tag());
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).strip();
      moved.add(
          switch (vr) {
            case DA -> date(value, i < times.size() ? times.get(i) : "", offset);
            case TM -> time(value, offset);
            default -> dateTime(value, offset);
          });
    }
    data.set(element.tag(), vr, moved.toArray(String[]::new));
  }

  /** Values of the attribute whose name has Time for Date. Dates stand before their times. */
  private static List<String> times(DataSet data, int tag) {
    return Dictionary.find(tag)
        .map(entry -> entry.keyword().replace("Date", "Time"))
        .flatMap(Dictionary::find)
        .filter(entry -> entry.vr() == VR.TM)
        .map(entry -> data.strings(entry.tag()))
        .orElse(List.of());
  }

  private static String date(String value, String time, Duration offset) {
    LocalTime at = DicomTime.parse(time.strip()).map(DicomTime::first).orElse(NOON);
    return DicomDate.parse(value)
        .filter(DicomDate::isComplete)
        .flatMap(date -> written(date.first().atTime(at).plus(offset).toLocalDate()))
        .orElse("");
  }

  /** A day in the form of DA; empty for one of a year that has no four digits. */
  public static Optional<String> written(LocalDate day) {
    boolean fits = day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    return fits ? Optional.of(DicomDate.format(day)) : Optional.empty();
  }

  /** Keeps as many digits of a second as there are. */
  private static String time(String value, Duration offset) {
    if (offset.toSecondsPart() == 0 && offset.toMinutesPart() == 0 && offset.toHoursPart() == 0) {
      return value;
    }
    return DicomTime.parse(value)
        .map(time -> time.first().atDate(LocalDate.EPOCH).plus(offset).toLocalTime())
        .map(time -> SECONDS.format(time) + fraction(value))
        .orElse("");
  }

  private static String dateTime(String value, Duration offset) {
    Optional<DicomDateTime> parsed = DicomDateTime.parse(value);
    if (parsed.isEmpty() || value.length() < DATE_LENGTH) {
      return "";
    }
    String zone = parsed.get().offset().isPresent() ? value.substring(value.length() - 5) : "";
    String local = value.substring(0, value.length() - zone.length());
    boolean wholeDate = local.length() >= DATE_LENGTH;
    if (!wholeDate) {
      return "";
    }
    LocalDateTime first = parsed.get().first();
    if (local.length() == DATE_LENGTH) {
      LocalDate day = first.toLocalDate().atTime(NOON).plus(offset).toLocalDate();
      return written(day).map(text -> text + zone).orElse("");
    }
    LocalDateTime moved = first.plus(offset);
    return written(moved.toLocalDate())
        .map(day -> day + SECONDS.format(moved) + fraction(local) + zone)
        .orElse("");
  }

  private static String fraction(String value) {
    int point = value.indexOf('.');
    return point < 0 ? "" : value.substring(point);
  }
}
