package org.lucina.deid.scan;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lucina.deid.text.Identifier;
import org.lucina.dicom.value.PersonName;

/**
 * Values of identifying attributes and components of names, letter by letter but for case. A second
 * opinion: it knows nothing of how others look for them.
 */
final class ValuesAsWritten {
  private static final int LONGEST_HARMLESS = 3;

  private final Map<String, Written> values = new LinkedHashMap<>();
  private final Predicate<String> harmless;

  /**
   * A value.
   *
   * @param spelling as it is in the original
   * @param identifier whose value it is, or part of
   */
  record Written(String spelling, Identifier identifier) {}

  /**
   * No values yet.
   *
   * @param harmless what identifies nobody, though it stands where identifiers do
   */
  ValuesAsWritten(Predicate<String> harmless) {
    this.harmless = harmless;
  }

  void add(Identifier identifier) {
    switch (identifier.kind()) {
      case DATE, UID -> { // are known by others
      }
      case NAME -> {
        for (PersonName.Group group : PersonName.parse(identifier.value()).groups()) {
          put(group.toString(), identifier);
          put(group.family(), identifier);
          put(group.given(), identifier);
          put(group.middle(), identifier);
        }
      }
      default -> put(identifier.value(), identifier);
    }
  }

  private void put(String value, Identifier identifier) {
    String form = value.strip().toLowerCase(Locale.ROOT);
    if (weight(form) > LONGEST_HARMLESS && !harmless.test(form)) {
      values.putIfAbsent(form, new Written(value.strip(), identifier));
    }
  }

  /** Letters and digits; an ideograph or a syllable of Hangul tells as much as two. */
  private static int weight(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> Character.isIdeographic(c) || UnicodeScript.of(c) == UnicodeScript.HANGUL ? 2 : 1)
        .sum();
  }

  /** All of them. */
  Collection<Written> all() {
    return values.values();
  }

  /** That which a text is, whatever the case. */
  Optional<Identifier> equalTo(String text) {
    return Optional.ofNullable(values.get(text.toLowerCase(Locale.ROOT))).map(Written::identifier);
  }

  /** Those that stand as whole words in a text. */
  List<Identifier> in(String text) {
    List<Identifier> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Written> each : values.entrySet()) {
      if (lower.length() >= each.getKey().length() && isIn(lower, each.getKey())) {
        found.add(each.getValue().identifier());
      }
    }
    return found;
  }

  private static boolean isIn(String text, String value) {
    for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      int end = at + value.length();
      boolean before = at > 0 && isSameWord(text.codePointBefore(at), value.codePointAt(0));
      boolean behind =
          end < text.length()
              && isSameWord(text.codePointAt(end), value.codePointBefore(value.length()));
      if (!before && !behind) {
        return true;
      }
    }
    return false;
  }

  /** Whether two neighbours are letters of one word or digits of one number. */
  private static boolean isSameWord(int one, int other) {
    return Character.isDigit(one) && Character.isDigit(other)
        || Character.isAlphabetic(one)
            && Character.isAlphabetic(other)
            && !Character.isIdeographic(other);
  }
}
