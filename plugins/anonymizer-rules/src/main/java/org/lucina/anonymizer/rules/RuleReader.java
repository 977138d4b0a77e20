package org.lucina.anonymizer.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/**
 * Reads rules, one in a line: an action, a selector (in quotation marks if it holds blanks), and
 * what the action takes. A line that begins with {@code #} is a comment.
 */
final class RuleReader {
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(?:\"([^\"]+)\"|(\\S+))(?:\\s+(.*))?");
  private static final Set<Integer> IDENTIFYING =
      Set.of(Tag.PatientID, Tag.PatientName, Tag.PatientBirthDate);

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
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is no rule");
    }
    return rules;
  }

  private static Rule rule(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("rule '" + line + "' has no action and attribute");
    }
    try {
      Selector selector = Selector.parse(parts.group(2) != null ? parts.group(2) : parts.group(3));
      Optional<String> argument = Optional.ofNullable(parts.group(4)).map(String::strip);
      Action action = action(parts.group(1), argument, selector);
      return new Rule(line, parts.group(1), selector, action);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("rule '" + line + "': " + e.getMessage(), e);
    }
  }

  private static Action action(String word, Optional<String> argument, Selector selector) {
    if (argument.isPresent() && !word.equals("replace") && !word.equals("shift")) {
      throw new IllegalArgumentException("'" + word + "' takes nothing");
    }
    return switch (word) {
      case "keep" -> new Actions.Keep();
      case "remove" -> new Actions.Remove();
      case "empty" -> new Actions.Empty();
      case "replace" -> replace(argument, selector);
      case "hash" -> new Actions.Hash();
      case "shift" -> new Shift(argument.map(RuleReader::duration));
      case "uid" -> new Actions.NewUid();
      case "identity" -> identity(selector);
      default ->
          throw new IllegalArgumentException(
              "the action must be keep, remove, empty, replace, hash, shift, uid or identity");
    };
  }

  /** Days, or a duration as ISO 8601 has it. */
  private static Duration duration(String text) {
    try {
      return text.matches("[+-]?[0-9]{1,6}")
          ? Duration.ofDays(Long.parseLong(text))
          : Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no number of days or duration", e);
    }
  }

  private static Action replace(Optional<String> argument, Selector selector) {
    String value =
        argument.orElseThrow(() -> new IllegalArgumentException("'replace' needs a value"));
    if (!value.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
      throw new IllegalArgumentException("a replacement is of ASCII characters");
    }
    Actions.Replace replace = new Actions.Replace(value);
    selector
        .attribute()
        .filter(tag -> Dictionary.vrOf(tag) != VR.UN)
        .ifPresent(tag -> replace.set(new DataSet(), tag, Dictionary.vrOf(tag)));
    return replace;
  }

  private static Action identity(Selector selector) {
    if (selector.attribute().filter(IDENTIFYING::contains).isEmpty()) {
      throw new IllegalArgumentException(
          "'identity' is for PatientID, PatientName and PatientBirthDate");
    }
    return new Actions.OfIdentity();
  }
}
