package org.lucina.endpoint.montage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes values out of reports by a regular expression: its named groups by name, else its first
 * group, or all that matches, as {@value #UNNAMED}.
 */
final class Extraction {
  /** What the value of an expression without named groups is called. */
  static final String UNNAMED = "extract";

  private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private final Pattern expression;
  private final List<String> names = new ArrayList<>();

  /** Reads an expression; throws PatternSyntaxException when it is none. */
  Extraction(String expression) {
    this.expression = Pattern.compile(expression);
    Matcher name = NAME.matcher(expression);
    while (name.find()) {
      names.add(name.group(1));
    }
  }

  /** The values of the first place that matches; none when none does. */
  Map<String, String> of(String report) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher place = expression.matcher(report);
    if (!place.find()) {
      return values;
    }
    for (String name : names) {
      put(values, name, place.group(name));
    }
    if (names.isEmpty()) {
      put(values, UNNAMED, place.group(place.groupCount() > 0 ? 1 : 0));
    }
    return values;
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (value != null) {
      values.put(name, value.strip());
    }
  }
}
