package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lucina.deid.NewValues;
import org.lucina.deid.Originals;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.spi.anonymize.AnonymizerException;

/**
 * Replaces what matches a regular expression in each value, or in the whole text where the VR has
 * but one. What matches nothing stays.
 *
 * @param pattern of java.util.regex
 * @param replacement with $1 for the first group
 */
record Regex(Pattern pattern, String replacement) implements Action {

  /**
   * Reads {@code /pattern/replacement/}, with any sign that is in neither of them in place of the
   * slash.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Regex read(String text) {
    String[] parts =
        text.length() < 3
            ? new String[0]
            : text.substring(1).split(Pattern.quote(text.substring(0, 1)), -1);
    if (parts.length != 3 || parts[0].isEmpty() || !parts[2].isEmpty()) {
      throw new IllegalArgumentException(
          "'regex' takes /pattern/replacement/, or another sign than / that is in neither");
    }
    try {
      Pattern pattern = Pattern.compile(parts[0]);
      pattern.matcher("").replaceAll(parts[1]);
      Pattern.compile(parts[0] + "|").matcher("").replaceAll(parts[1]); // does match
      return new Regex(pattern, parts[1]);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + parts[0] + "' is no regular expression: " + e.getDescription(), e);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + parts[1] + "' names a group that the expression does not have", e);
    }
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals) throws AnonymizerException {
    if (!element.vr().isText() || !(element.value() instanceof Bytes)) {
      throw NewValues.unfit(element, "a regular expression");
    }
    List<String> values = new ArrayList<>();
    for (String value : data.strings(element.tag())) {
      values.add(LimitedText.replace(pattern, value, replacement));
    }
    try {
      data.set(element.tag(), element.vr(), values.toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw NewValues.unfit(element, "what the regular expression makes of it");
    }
  }
}
