package org.lucina.archive.pipeline.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;

/**
 * Rules that change attributes, one after another.
 *
 * @param rules in order
 */
record Rules(List<Rule> rules) {

  Rules {
    rules = List.copyOf(rules);
  }

  /**
   * Reads one rule in each line; empty lines and those that begin with {@code #} are none.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static Rules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      String rule = line.strip();
      if (rule.isEmpty() || rule.startsWith("#")) {
        continue;
      }
      try {
        rules.add(rule(rule));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("rule in line " + number + ": " + e.getMessage(), e);
      }
    }
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there are no rules");
    }
    return new Rules(rules);
  }

  private static Rule rule(String line) {
    String[] words = line.split("\\s+", 2);
    String rest = words.length == 2 ? words[1].strip() : "";
    Rule rule =
        switch (words[0].toLowerCase(Locale.ROOT)) {
          case "set" -> set(rest);
          case "copy" -> copy(rest);
          case "remove" -> new Rule.Remove(AttributePath.parse(rest));
          case "replace" -> replace(rest);
          default ->
              throw new IllegalArgumentException(
                  "'" + words[0] + "' is none of set, copy, remove, replace");
        };
    boolean removesSequence = rule instanceof Rule.Remove && rule.attribute().vr() == VR.SQ;
    if (Rule.isStructure(rule.attribute()) && !removesSequence) {
      throw new IllegalArgumentException("this attribute cannot be changed by rules");
    }
    return rule;
  }

  private static Rule set(String rest) {
    String[] sides = sides(rest);
    AttributePath attribute = writable(sides[0]);
    try {
      new DataSet().set(attribute.tag(), attribute.vr(), plain(sides[1]).split("\\\\", -1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the value does not suit " + sides[0].strip(), e);
    }
    return new Rule.Set(attribute, sides[1]);
  }

  /** The same in characters that the default character set has. */
  private static String plain(String value) {
    return value.replaceAll("[^\\x00-\\x7F]", "x");
  }

  private static Rule copy(String rest) {
    String[] sides = sides(rest);
    return new Rule.Copy(writable(sides[0]), AttributePath.parse(sides[1]));
  }

  private static String[] sides(String rest) {
    String[] sides = rest.split("=", 2);
    if (sides.length < 2) {
      throw new IllegalArgumentException("'=' is missing");
    }
    return sides;
  }

  /** The character after the attribute divides the expression from its replacement. */
  private static Rule replace(String rest) {
    String[] words = rest.split("\\s+", 2);
    String expression = words.length == 2 ? words[1].strip() : "";
    if (expression.length() < 3) {
      throw new IllegalArgumentException("write replace ATTRIBUTE /REGEX/TEXT/");
    }
    String[] parts = expression.substring(1).split(Pattern.quote(expression.substring(0, 1)), -1);
    if (parts.length != 3 || !parts[2].isEmpty()) {
      throw new IllegalArgumentException("write replace ATTRIBUTE /REGEX/TEXT/");
    }
    try {
      Pattern pattern = Pattern.compile(parts[0]);
      return new Rule.Replace(writable(words[0]), pattern, parts[1]);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + parts[0] + "' is no regular expression", e);
    }
  }

  private static AttributePath writable(String name) {
    AttributePath attribute = AttributePath.parse(name);
    switch (attribute.vr()) {
      case OB, OD, OF, OL, OV, OW, UN, SQ ->
          throw new IllegalArgumentException(
              "values of '" + name.strip() + "' cannot be written as text");
      default -> {
        return attribute;
      }
    }
  }

  /** Whether what a dixel is called may change. */
  boolean touchIdentifiers() {
    return rules.stream().anyMatch(rule -> rule.attribute().isIdentifier());
  }

  /** Changes a data set. */
  void apply(DataSet data) {
    for (Rule rule : rules) {
      try {
        rule.apply(data);
      } catch (RuntimeException e) {
        throw new ChangeFailure(
            new StepException(
                StepException.Remedy.NONE,
                "a rule for "
                    + String.format("(%08X)", rule.attribute().tag())
                    + " does not suit the values",
                e));
      }
    }
  }
}
