package org.lucina.anonymizer.pixels;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;

/**
 * Reads the expressions of CTP's scripts: terms {@code identifier.method("text")}, {@code true.}
 * and {@code false.}, joined by {@code +} (or), {@code *} (and), {@code !} (not) and parentheses.
 */
final class CtpExpression {
  private static final int DEEPEST = 100;
  private static final Pattern TERM =
      Pattern.compile(
          "([A-Za-z0-9_:\\[\\],]+)\\s*\\.\\s*([A-Za-z]+)\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern CONSTANT = Pattern.compile("(true|false)\\.?");

  private final String text;
  private final int end;
  private int at;
  private int depth;

  private CtpExpression(String text, int at, int end) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  /**
   * Reads an expression that is a part of a script.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  static Condition read(String text, int from, int to) {
    CtpExpression expression = new CtpExpression(text, from, to);
    Condition condition = expression.alternatives();
    if (expression.peek() != 0) {
      throw expression.wrong("'" + expression.peek() + "' where an operator is expected");
    }
    return condition;
  }

  private Condition alternatives() {
    if (++depth > DEEPEST) {
      throw wrong("it is nested too deeply");
    }
    Condition condition = factors();
    while (peek() == '+') {
      at++;
      condition = condition.or(factors());
    }
    depth--;
    return condition;
  }

  private Condition factors() {
    Condition condition = factor();
    while (peek() == '*') {
      at++;
      condition = condition.and(factor());
    }
    return condition;
  }

  private Condition factor() {
    boolean negated = false;
    while (peek() == '!') {
      at++;
      negated = !negated;
    }
    Condition condition = peek() == '(' ? group() : term();
    return negated ? condition.negated() : condition;
  }

  private Condition group() {
    at++;
    Condition condition = alternatives();
    if (peek() != ')') {
      throw wrong("a parenthesis is left open");
    }
    at++;
    return condition;
  }

  private Condition term() {
    peek();
    Matcher constant = CONSTANT.matcher(text).region(at, end);
    Matcher term = TERM.matcher(text).region(at, end);
    if (term.lookingAt()) {
      int start = at;
      at = term.end();
      try {
        return term(term.group(1), term.group(2), term.group(3));
      } catch (IllegalArgumentException e) {
        throw CtpScript.wrong(text, start, e.getMessage());
      }
    }
    if (constant.lookingAt()) {
      at = constant.end();
      boolean value = constant.group(1).equals("true");
      return data -> value;
    }
    throw wrong("this is no term identifier.method(\"text\")");
  }

  private static Condition term(String identifier, String method, String operand) {
    AttributeValues attribute =
        AttributeValues.parse(identifier.replace("[", "").replace("]", ""), "::");
    Predicate<String> test = test(method, operand);
    return data -> test.test(value(attribute, data));
  }

  /** The text of all values, of the first items of sequences; empty where there are none. */
  private static String value(AttributeValues attribute, DataSet data) {
    List<List<String>> found = attribute.in(data);
    return found.isEmpty() ? "" : Comparison.whole(found.get(0));
  }

  private static Predicate<String> test(String method, String operand) {
    String lower = operand.toLowerCase(Locale.ROOT);
    return switch (method) {
      case "equals" -> operand::equals;
      case "equalsIgnoreCase" -> operand::equalsIgnoreCase;
      case "contains" -> value -> value.contains(operand);
      case "containsIgnoreCase" -> value -> value.toLowerCase(Locale.ROOT).contains(lower);
      case "startsWith" -> value -> value.startsWith(operand);
      case "startsWithIgnoreCase" -> value -> value.toLowerCase(Locale.ROOT).startsWith(lower);
      case "endsWith" -> value -> value.endsWith(operand);
      case "endsWithIgnoreCase" -> value -> value.toLowerCase(Locale.ROOT).endsWith(lower);
      case "matches" -> of(Comparison.matches(operand));
      case "isLessThan" -> of(Comparison.of("below", operand));
      case "isGreaterThan" -> of(Comparison.of("above", operand));
      default -> throw new IllegalArgumentException("'" + method + "' is no method that is known");
    };
  }

  private static Predicate<String> of(Predicate<List<String>> test) {
    return value -> test.test(List.of(value));
  }

  /** The next character that is neither blank nor comment, 0 at the end. */
  private char peek() {
    while (at < end) {
      if (text.startsWith("//", at)) {
        int line = text.indexOf('\n', at);
        at = line < 0 ? end : Math.min(end, line);
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return text.charAt(at);
      }
    }
    return 0;
  }

  private IllegalArgumentException wrong(String problem) {
    return CtpScript.wrong(text, at, problem);
  }
}
