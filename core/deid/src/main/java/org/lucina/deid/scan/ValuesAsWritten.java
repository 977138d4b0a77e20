package org.lucina.deid.scan;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lucina.deid.text.Identifier;
import org.lucina.dicom.value.PersonName;

/**
 * Values of identifying attributes and components of names, letter by letter but for case. A second
 * opinion: it knows nothing of how others look for them.
 */
final class ValuesAsWritten {
  private static final int LONGEST_HARMLESS = 3;

  /** Characters by which a value is looked for at most. */
  private static final int LONGEST = 128;

  private final Map<String, Written> values = new LinkedHashMap<>();
  private final SortedSet<Integer> lengths = new TreeSet<>();
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
    String stripped = value.strip();
    String form =
        stripped.substring(0, Math.min(stripped.length(), LONGEST)).toLowerCase(Locale.ROOT);
    if (weight(form) > LONGEST_HARMLESS && !harmless.test(form)) {
      lengths.add(form.length());
      values.putIfAbsent(form, new Written(stripped, identifier));
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
    Set<Identifier> found = new LinkedHashSet<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); at++) {
      boolean begins = at == 0 || !isSameWord(lower.codePointBefore(at), lower.codePointAt(at));
      if (begins) {
        from(lower, at, found);
      }
    }
    return List.copyOf(found);
  }

  private void from(String text, int at, Set<Identifier> found) {
    for (int length : lengths) {
      int end = at + length;
      if (end > text.length()) {
        return;
      }
      Written value = values.get(text.substring(at, end));
      boolean ends =
          end == text.length() || !isSameWord(text.codePointAt(end), text.codePointBefore(end));
      if (value != null && ends) {
        found.add(value.identifier());
      }
    }
  }

  /** Whether two neighbours are letters of one word or digits of one number. */
  private static boolean isSameWord(int one, int other) {
    return Character.isDigit(one) && Character.isDigit(other)
        || Character.isAlphabetic(one)
            && Character.isAlphabetic(other)
            && !Character.isIdeographic(other);
  }
}
