package org.lucina.anonymizer.pixels;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares the values of an attribute with what a rule names. */
final class Comparison {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]*)?");

  private Comparison() {}

  /**
   * Makes a comparison with a text or number.
   *
   * @throws IllegalArgumentException when there is none of that name, or the operand does not fit
   */
  static Predicate<List<String>> of(String name, String operand) {
    String lower = operand.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "is" -> values -> whole(values).equalsIgnoreCase(operand);
      case "has" -> values -> values.stream().anyMatch(operand::equalsIgnoreCase);
      case "contains" -> values -> whole(values).toLowerCase(Locale.ROOT).contains(lower);
      case "matches" -> matches(operand);
      case "below" -> number(operand, order -> order < 0);
      case "above" -> number(operand, order -> order > 0);
      default ->
          throw new IllegalArgumentException(
              "'"
                  + name
                  + "' is none of is, has, contains, matches, below, above, present, absent");
    };
  }

  /** All values as they stand in the object. */
  static String whole(List<String> values) {
    return String.join("\\", values);
  }

  /** Compares the whole of the values with a regular expression. */
  static Predicate<List<String>> matches(String expression) {
    try {
      Pattern pattern = Pattern.compile(expression);
      return values -> pattern.matcher(whole(values)).matches();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + expression + "' is no regular expression", e);
    }
  }

  /**
   * Compares the first value, if it is a number, with another.
   *
   * @param wanted of the sign of the value's order to that
   */
  static Predicate<List<String>> number(String operand, Predicate<Integer> wanted) {
    if (!NUMBER.matcher(operand).matches()) {
      throw new IllegalArgumentException("'" + operand + "' is no number");
    }
    double limit = Double.parseDouble(operand);
    return values ->
        !values.isEmpty()
            && NUMBER.matcher(values.get(0)).matches()
            && wanted.test(Double.compare(Double.parseDouble(values.get(0)), limit));
  }
}
