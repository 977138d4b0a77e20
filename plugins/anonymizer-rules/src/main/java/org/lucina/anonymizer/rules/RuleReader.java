package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules, one in a line: an action, a selector (in quotation marks if it holds blanks), and
 * what the action takes. A line that begins with {@code #} is a comment.
 */
final class RuleReader {
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(?:\"([^\"]+)\"|(\\S+))(?:\\s+(.*))?");

  private RuleReader() {}

  /**
   * Reads a list.
   *
   * @param separator of rules, a regular expression
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static List<Rule> read(String text, String separator) {
    List<Rule> rules = new ArrayList<>();
    for (String line : text.split(separator)) {
      String rule = line.strip();
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        rules.add(rule(rule));
      }
    }
    return rules;
  }

  private static Rule rule(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("rule '" + line + "' has no action and attribute");
    }
    try {
      Selector selector =
          SelectorReader.read(parts.group(2) != null ? parts.group(2) : parts.group(3));
      Optional<String> argument = Optional.ofNullable(parts.group(4)).map(String::strip);
      Action action = ActionReader.read(parts.group(1), argument, selector);
      return new Rule(line, parts.group(1), selector, action);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("rule '" + line + "': " + e.getMessage(), e);
    }
  }
}
