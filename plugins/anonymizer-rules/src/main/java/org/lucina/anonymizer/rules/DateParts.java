package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.deid.DateShift;
import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.anonymize.AnonymizerException;

/**
 * Sets year, month or day of dates, and leaves the others; what is no whole date is emptied.
 *
 * @param parts a year, a month and a day in digits, each empty for what stays
 */
record DateParts(List<String> parts) implements Action {
  private static final Pattern FORM =
      Pattern.compile("(?:\\*|([0-9]{4}))-(?:\\*|(0[1-9]|1[0-2]))-(?:\\*|(0[1-9]|1[0-9]|2[0-8]))");
  private static final Pattern DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(.*)");

  /**
   * Reads {@code *-*-01}.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  static DateParts read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'date' takes a year, month and day to 28 such as 1970-01-01, with * for what stays");
    }
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= form.groupCount(); i++) {
      parts.add(form.group(i) == null ? "" : form.group(i));
    }
    return new DateParts(List.copyOf(parts));
  }

  @Override
  public boolean movesTime() {
    return true;
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals) throws AnonymizerException {
    if (!DateShift.fits(element) || element.vr() == VR.TM) {
      throw NewValues.unfit(element, "a date");
    }
    List<String> values = new ArrayList<>();
    for (String value : data.strings(element.tag())) {
      values.add(set(value.strip(), element.vr()));
    }
    data.set(element.tag(), element.vr(), values.toArray(String[]::new));
  }

  private String set(String value, VR vr) {
    Matcher old = DATE.matcher(value);
    if (!old.matches() || vr == VR.DA && !old.group(4).isEmpty()) {
      return "";
    }
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      made.append(parts.get(i).isEmpty() ? old.group(i + 1) : parts.get(i));
    }
    // 31 of a month that has but 30, or the 29th of February of another year
    return DicomDate.parse(made.toString()).filter(DicomDate::isComplete).isPresent()
        ? made + old.group(4)
        : "";
  }
}
