package org.lucina.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;

/**
 * What identifies the patient of an instance and those around them, found inside other text.
 * Immutable, for any number of threads.
 *
 * <p>Known are all PN values anywhere in the data set, content of structured reports included, ids
 * and accession numbers, dates, UIDs, telephone numbers, addresses, institutions and devices. They
 * are found in any case, width and composition, with diacritics and without, umlauts also written
 * out, and:
 *
 * <ul>
 *   <li>names by each of their words, in any order, with initials; parts of double names; in
 *       scripts without spaces anywhere in the text,
 *   <li>ids and numbers however they are punctuated, with leading zeros or without,
 *   <li>dates in the usual orders and separators, with two digits of the year, with month names,
 *   <li>lines of addresses, institutions as whole phrases.
 * </ul>
 *
 * <p>Other text must not be shredded, so not looked for alone are: words of names of one or two
 * letters (one ideograph, two Kana, three digits) and particles such as {@code von}: they are found
 * in the whole name only; ids below four letters and digits; telephone numbers below six digits;
 * words that identify nobody, such as {@code unknown}, {@code phantom} or {@code chest}, and those
 * that the data set has as code strings (VR CS) or as manufacturer and model. Such values are left
 * to whoever takes the text out as a whole. Partial dates and transliterations are not recognized.
 *
 * <p>The work grows with the length of the text, whatever it says.
 */
public final class KnownIdentifiers {
  /** Names at most, each of which is looked for in many forms. */
  private static final int MOST_NAMES = 2_000;

  /** Identifiers at most, but for dates and UIDs. */
  private static final int MOST = 20_000;

  /** Characters of all forms at most; each takes some 100 bytes of memory. */
  private static final int MOST_CHARACTERS = 2_000_000;

  /** Characters of an identifier that are looked at. */
  private static final int LONGEST = 1024;

  private final PatternTrie patterns = new PatternTrie();
  private final Map<Pattern, String> sources = new HashMap<>();
  private final Map<LocalDate, String> days = new HashMap<>();
  private final Map<String, String> uids = new HashMap<>();
  private final Set<Character> initials = new HashSet<>();

  private final Set<String> codes;
  private int characters;

  private KnownIdentifiers(Set<String> codes) {
    this.codes = codes;
  }

  /**
   * The identifiers of a data set.
   *
   * @param original before it is changed; read here and not kept
   * @throws IllegalArgumentException when there are more than 2,000 names or 20,000 others that
   *     differ, or all their forms have more than 2 million characters
   */
  public static KnownIdentifiers of(DataSet original) {
    return of(original, identifier -> true);
  }

  /**
   * Some of the identifiers of a data set.
   *
   * @throws IllegalArgumentException when there are more than 2,000 names or 20,000 others that
   *     differ, or all their forms have more than 2 million characters
   */
  public static KnownIdentifiers of(DataSet original, Predicate<Identifier> wanted) {
    KnownIdentifiers known = new KnownIdentifiers(CodeStrings.of(original));
    Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);
    for (Identifier identifier : Identifiers.of(original)) {
      Set<String> values = seen.computeIfAbsent(identifier.kind(), kind -> new HashSet<>());
      if (wanted.test(identifier) && values.add(identifier.value())) {
        if (values.size() > most(identifier.kind())) {
          throw new IllegalArgumentException(
              "more than " + most(identifier.kind()) + " values that identify: " + identifier);
        }
        known.add(identifier);
        if (known.characters > MOST_CHARACTERS) {
          throw new IllegalArgumentException(
              "too many forms of values that identify: " + identifier);
        }
      }
    }
    return known;
  }

  private static int most(Kind kind) {
    return switch (kind) {
      case DATE, UID -> Integer.MAX_VALUE;
      case NAME -> MOST_NAMES;
      default -> MOST;
    };
  }

  private void add(Identifier identifier) {
    String source = identifier.path();
    Consumer<Pattern> found =
        pattern -> {
          if (sources.putIfAbsent(pattern, source) == null) {
            patterns.add(pattern);
            characters += pattern.characters().length();
          }
        };
    NamePatterns names = new NamePatterns(codes, found);
    CodePatterns others = new CodePatterns(codes, found);
    String value = identifier.value();
    String text = value.substring(0, Math.min(value.length(), LONGEST));
    switch (identifier.kind()) {
      case DATE -> day(text).ifPresent(day -> days.putIfAbsent(day, source));
      case UID -> uids.putIfAbsent(text, source);
      case NAME -> {
        names.add(text);
        if (text.chars().anyMatch(Character::isDigit)) {
          others.add(Kind.NAME, text); // a number where a name should be
        }
        for (String word : NamePatterns.words(text)) {
          initials.add(word.charAt(0));
        }
      }
      default -> others.add(identifier.kind(), text);
    }
  }

  private static Optional<LocalDate> day(String digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The text with each of them replaced, and what looks like others. */
  public Cleaned clean(String text) {
    return clean(Folded.of(text));
  }

  /**
   * The same for a value of some VR: no longer than that allows. What is too long with placeholders
   * is cut at its end, before a placeholder rather than in it.
   */
  public Cleaned clean(String text, VR vr) {
    return clean(text).within(TextLimits.of(vr));
  }

  Cleaned clean(Folded folded) {
    List<Span> spans = new KnownSearch(this, folded).spans();
    List<Suspicion> suspicions = new SuspicionSearch(folded, spans).suspicions();
    return Replacing.of(folded.text(), spans, suspicions);
  }

  /**
   * Each of them that is in a text, in order of place. Of dates, those that are hardly anything
   * else: not six digits, or numbers divided by spaces.
   */
  public List<Found> find(String text) {
    Folded folded = Folded.of(text);
    List<Found> found = new ArrayList<>();
    new KnownSearch(this, folded).each(true, span -> found.add(Found.of(folded, span)));
    return found;
  }

  /** Whether words, such as unknown or those of the data set's code strings, identify nobody. */
  public boolean identifiesNobody(String words) {
    return NamePatterns.words(words).stream()
        .allMatch(word -> OrdinaryWords.contains(word) || codes.contains(word));
  }

  /**
   * A known identifier in a text.
   *
   * @param kind what it is
   * @param source the first attribute that has it as its value
   * @param length its letters and digits; an ideograph, which tells more, counts as two
   */
  public record Found(Kind kind, String source, int length) {
    private static Found of(Folded text, Span span) {
      int length = 0;
      for (int i = span.next() - 1; i >= 0 && text.start(i) >= span.start(); i--) {
        length += text.isAloneAt(i) ? 2 : 1;
      }
      return new Found(span.kind(), span.source(), length);
    }
  }

  String source(Pattern pattern) {
    return sources.get(pattern);
  }

  PatternTrie patterns() {
    return patterns;
  }

  Map<LocalDate, String> days() {
    return days;
  }

  Map<String, String> uids() {
    return uids;
  }

  Set<Character> initials() {
    return initials;
  }

  /**
   * A text without known identifiers.
   *
   * @param text with placeholders such as {@code [name]} in their place
   * @param replaced how many
   * @param suspicions what may identify somebody and was left, in order of place
   */
  public record Cleaned(String text, int replaced, List<Suspicion> suspicions) {

    /** Orders and copies the list. */
    public Cleaned {
      suspicions = suspicions.stream().sorted(Comparator.comparing(Suspicion::start)).toList();
    }

    /** Nothing of the text, for it must not get into logs. */
    @Override
    public String toString() {
      return replaced + " replaced, " + suspicions.size() + " suspicious";
    }

    private Cleaned within(int limit) {
      if (text.length() <= limit || text.codePointCount(0, text.length()) <= limit) {
        return this;
      }
      int end = text.offsetByCodePoints(0, limit);
      int open = text.lastIndexOf('[', end - 1);
      int close = open < 0 ? -1 : text.indexOf(']', open);
      boolean inside = close >= end && isPlaceholder(text.substring(open, close + 1));
      String kept = text.substring(0, inside ? open : end).stripTrailing();
      List<Suspicion> left = new ArrayList<>(suspicions);
      left.removeIf(suspicion -> suspicion.end() > kept.length());
      return new Cleaned(kept, replaced, left);
    }

    private static boolean isPlaceholder(String part) {
      for (Kind kind : Kind.values()) {
        if (kind.placeholder().equals(part)) {
          return true;
        }
      }
      return false;
    }
  }
}
