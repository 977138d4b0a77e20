package org.lucina.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * that the data set has as code strings (VR CS). Such values are left to whoever takes the text out
 * as a whole. Partial dates and transliterations are not recognized.
 *
 * <p>The work grows with the length of the text, whatever it says.
 */
public final class KnownIdentifiers {
  /** Characters of an identifier that are looked at. */
  private static final int LONGEST = 1024;

  private final PatternTrie patterns = new PatternTrie();
  private final Set<LocalDate> days = new HashSet<>();
  private final Set<String> uids = new HashSet<>();
  private final Set<Character> initials = new HashSet<>();

  private KnownIdentifiers() {}

  /**
   * The identifiers of a data set.
   *
   * @param original before it is changed; read here and not kept
   */
  public static KnownIdentifiers of(DataSet original) {
    Set<String> codes = CodeStrings.of(original);
    KnownIdentifiers known = new KnownIdentifiers();
    Set<List<Object>> seen = new HashSet<>();
    NamePatterns names = new NamePatterns(codes, known.patterns::add);
    CodePatterns others = new CodePatterns(codes, known.patterns::add);
    for (Identifier identifier : Identifiers.of(original)) {
      if (seen.add(List.of(identifier.kind(), identifier.value()))) {
        known.add(identifier, names, others);
      }
    }
    return known;
  }

  private void add(Identifier identifier, NamePatterns names, CodePatterns others) {
    String value = identifier.value();
    String text = value.substring(0, Math.min(value.length(), LONGEST));
    switch (identifier.kind()) {
      case DATE -> day(text).ifPresent(days::add);
      case UID -> uids.add(text);
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

  /** How many of each kind are in a text. */
  public Map<Kind, Integer> count(String text) {
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    for (Span span : new KnownSearch(this, Folded.of(text)).spans()) {
      counts.merge(span.kind(), 1, Integer::sum);
    }
    return counts;
  }

  PatternTrie patterns() {
    return patterns;
  }

  Set<LocalDate> days() {
    return days;
  }

  Set<String> uids() {
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
