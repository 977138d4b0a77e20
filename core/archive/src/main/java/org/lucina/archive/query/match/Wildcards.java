package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wild card matching (PS3.4 C.2.2.2.4): {@code *} for any characters or none, {@code ?} for one.
 *
 * <p>A pattern with fixed text at its beginning also becomes a range, which every index can serve.
 */
final class Wildcards {
  private static final char ESCAPE = '!';

  private Wildcards() {}

  static boolean isPattern(String key) {
    return key.indexOf('*') >= 0 || key.indexOf('?') >= 0;
  }

  /** A column matches a key, be it a pattern or not. */
  static Condition matches(String column, String key) {
    if (!isPattern(key)) {
      return Condition.of(column + " = ?", key);
    }
    List<Condition> conditions = new ArrayList<>();
    String prefix = prefix(key);
    if (!prefix.isEmpty()) {
      conditions.add(Condition.of(column + " >= ?", prefix));
      successor(prefix).ifPresent(end -> conditions.add(Condition.of(column + " < ?", end)));
    }
    boolean rangeSays = conditions.size() == 2 && key.equals(prefix + "*");
    if (!rangeSays) {
      conditions.add(like(column, pattern(key)));
    }
    return Condition.all(conditions);
  }

  /** One of several values, joined by backslashes in a column, matches a key. */
  static Condition matchesOneOf(String column, String key) {
    return like("'\\' || " + column + " || '\\'", "%\\" + pattern(key) + "\\%");
  }

  private static Condition like(String expression, String pattern) {
    return Condition.of(expression + " LIKE ? ESCAPE '" + ESCAPE + "'", pattern);
  }

  private static String prefix(String key) {
    int end = 0;
    while (end < key.length() && key.charAt(end) != '*' && key.charAt(end) != '?') {
      end++;
    }
    return key.substring(0, end);
  }

  private static String pattern(String key) {
    StringBuilder pattern = new StringBuilder(key.length() + 8);
    for (int i = 0; i < key.length(); i++) {
      char character = key.charAt(i);
      switch (character) {
        case '*' -> pattern.append('%');
        case '?' -> pattern.append('_');
        case '%', '_', ESCAPE -> pattern.append(ESCAPE).append(character);
        default -> pattern.append(character);
      }
    }
    return pattern.toString();
  }

  /** The first text after all that begins with a prefix, in any order by code point or unit. */
  private static Optional<String> successor(String prefix) {
    char last = prefix.charAt(prefix.length() - 1);
    if (Character.isSurrogate(last) || Character.isSurrogate((char) (last + 1)) || last == 0xFFFF) {
      return Optional.empty();
    }
    return Optional.of(prefix.substring(0, prefix.length() - 1) + (char) (last + 1));
  }
}
