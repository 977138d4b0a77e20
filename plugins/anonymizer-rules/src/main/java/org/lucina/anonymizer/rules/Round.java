package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;

/**
 * Rounds ages and whole numbers to a multiple; what is neither is emptied.
 *
 * @param step 1 or more
 */
record Round(int step) implements Action {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})([DWMY]?)");
  private static final int MOST_AGE = 999;

  /**
   * Reads the step.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Round read(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException("'round' takes a whole number");
    }
    return new Round(Integer.parseInt(text));
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals) throws AnonymizerException {
    VR vr = element.vr();
    if (vr != VR.AS && vr != VR.IS && vr != VR.DS) {
      throw NewValues.unfit(element, "rounding");
    }
    List<String> values = new ArrayList<>();
    for (String value : data.strings(element.tag())) {
      values.add(rounded(value.strip(), vr));
    }
    data.set(element.tag(), vr, values.toArray(String[]::new));
  }

  private String rounded(String value, VR vr) {
    Matcher parts = NUMBER.matcher(value);
    boolean age = vr == VR.AS;
    if (!parts.matches() || parts.group(2).isEmpty() == age) {
      return "";
    }
    long number = Math.round(Double.parseDouble(parts.group(1)) / step) * step;
    return age
        ? String.format(Locale.ROOT, "%03d", Math.min(number, MOST_AGE)) + parts.group(2)
        : Long.toString(number);
  }
}
