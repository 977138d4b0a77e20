package org.lucina.anonymizer.pixels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.image.Region;

/**
 * Reads rules, one in a line: an action, and after {@code if} conditions with {@code and} between
 * them. A line that begins with {@code #} is a comment.
 */
final class RuleReader {
  private static final Pattern WORD = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^\\s\"]+))");
  private static final Pattern REGION =
      Pattern.compile("([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})");

  private final String line;
  private final Deque<String> words = new ArrayDeque<>();

  private RuleReader(String line) {
    this.line = line;
    Matcher word = WORD.matcher(line);
    int end = 0;
    while (word.find() && word.start() == end) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
      end = word.end();
    }
    if (end < line.length()) {
      throw new IllegalArgumentException("a quotation mark is left open");
    }
  }

  /**
   * Reads a list.
   *
   * @param separator of rules, a regular expression
   * @throws IllegalArgumentException naming the rule that is wrong
   */
  static List<PixelRule> read(String text, String separator) {
    List<PixelRule> rules = new ArrayList<>();
    for (String part : text.split(separator)) {
      String line = part.strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(rule(line));
      }
    }
    return rules;
  }

  private static PixelRule rule(String line) {
    try {
      return new RuleReader(line).rule();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("rule '" + line + "': " + e.getMessage(), e);
    }
  }

  private PixelRule rule() {
    Action action = action(take("an action"));
    Condition condition = data -> true;
    if (!words.isEmpty()) {
      expect("if");
      condition = condition();
      while (!words.isEmpty()) {
        expect("and");
        condition = condition.and(condition());
      }
    }
    return new PixelRule(line, condition, action);
  }

  private Action action(String word) {
    return switch (word) {
      case "regions" -> new Action.Regions(regions());
      case "ultrasound-outside" -> new Action.UltrasoundOutside();
      case "clean" -> new Action.Clean();
      case "review" -> new Action.Review();
      default ->
          throw new IllegalArgumentException(
              "the action must be regions, ultrasound-outside, clean or review");
    };
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    while (!words.isEmpty() && !words.peek().equals("if")) {
      regions.add(region(words.poll()));
    }
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("'regions' needs some x,y,width,height");
    }
    return List.copyOf(regions);
  }

  /**
   * Reads a region.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Region region(String text) {
    Matcher numbers = REGION.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no region x,y,width,height");
    }
    return new Region(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        Integer.parseInt(numbers.group(3)),
        Integer.parseInt(numbers.group(4)));
  }

  private Condition condition() {
    AttributeValues attribute = AttributeValues.parse(take("an attribute"), "\\.");
    String comparison = take("a comparison");
    boolean not = comparison.equals("not");
    Condition condition = condition(attribute, not ? take("a comparison") : comparison);
    return not ? condition.negated() : condition;
  }

  private Condition condition(AttributeValues attribute, String comparison) {
    if (comparison.equals("present")) {
      return attribute::isPresent;
    }
    if (comparison.equals("absent")) {
      return data -> !attribute.isPresent(data);
    }
    String operand = take("a value");
    boolean uid = Dictionary.vrOf(attribute.tag()) == VR.UI;
    String known = uid ? Uids.byKeyword(operand).map(Uids.Entry::uid).orElse(operand) : operand;
    Predicate<List<String>> wanted = Comparison.of(comparison, known);
    return data -> attribute.in(data).stream().anyMatch(wanted);
  }

  private String take(String what) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("it ends where " + what + " is expected");
    }
    return words.poll();
  }

  private void expect(String word) {
    String found = take("'" + word + "'");
    if (!found.equals(word)) {
      throw new IllegalArgumentException("'" + found + "' where '" + word + "' is expected");
    }
  }
}
