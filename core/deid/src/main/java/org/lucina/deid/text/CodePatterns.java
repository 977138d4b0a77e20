package org.lucina.deid.text;

import java.util.BitSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.deid.text.Pattern.Gaps;

/** In which forms ids, numbers, addresses and institutions are looked for. */
final class CodePatterns {
  /** Letters and digits of what is looked for. */
  private static final int CODE = 4;

  /** Digits of a telephone number. */
  private static final int CALL = 6;

  /** Digits of one behind the code of its country, which may have one digit to three. */
  private static final int LOCAL = 7;

  private static final int LONGEST_COUNTRY = 3;

  /** Letters and digits of a line of an address, as a street without number has. */
  private static final int LINE = 5;

  /** Letters of an institution that is one word, such as an acronym. */
  private static final int ACRONYM = 3;

  private final Set<String> ordinary;
  private final Consumer<Pattern> patterns;

  CodePatterns(Set<String> ordinary, Consumer<Pattern> patterns) {
    this.ordinary = ordinary;
    this.patterns = patterns;
  }

  /** The forms of a value. */
  void add(Kind kind, String value) {
    switch (kind) {
      case PHONE -> phone(value);
      case ADDRESS -> lines(kind, value, LINE);
      case ORGANIZATION -> lines(kind, value, ACRONYM);
      default -> code(kind, value);
    }
  }

  private void code(Kind kind, String value) {
    String form = form(value);
    anywhere(kind, form, CODE);
    anywhere(kind, withoutZeros(form), CODE);
  }

  private static String withoutZeros(String form) {
    int first = 0;
    while (first < form.length() && form.charAt(first) == '0') {
      first++;
    }
    return form.substring(first);
  }

  /** Also without 0 for the trunk and without the code of the country. */
  private void phone(String value) {
    String form = form(value);
    String digits = form.replaceAll("[^0-9]", "");
    if (!digits.equals(form)) {
      anywhere(Kind.PHONE, form, CODE); // a mailbox, or a number with words
    }
    anywhere(Kind.PHONE, digits, CALL);
    String number = withoutZeros(digits);
    anywhere(Kind.PHONE, number, CALL);
    boolean international = value.startsWith("+") || digits.startsWith("00");
    for (int code = 1; international && code <= LONGEST_COUNTRY; code++) {
      anywhere(Kind.PHONE, withoutZeros(number.substring(Math.min(code, number.length()))), LOCAL);
    }
  }

  private void lines(Kind kind, String value, int least) {
    words(kind, value, least);
    for (String line : value.split("[\r\n,;^]+")) {
      words(kind, line, least);
      if (kind == Kind.ADDRESS) {
        words(kind, line.replaceAll("[0-9]+\\s?[a-zA-Z]?(?=\\W|$)", ""), LINE);
      }
    }
  }

  /** A phrase, with gaps where it has them. */
  private void words(Kind kind, String phrase, int least) {
    Folded folded = Folded.of(phrase);
    boolean foreign = folded.size() > 1 && folded.isAloneAt(0);
    if (folded.size() < (foreign ? 2 : least) || isOrdinary(phrase)) {
      return;
    }
    BitSet breaks = new BitSet();
    for (int i = 1; i < folded.size(); i++) {
      if (folded.isEdge(i)) {
        breaks.set(i);
      }
    }
    patterns.accept(new Pattern(cut(folded.form(0, folded.size())), breaks, Gaps.AT_BREAKS, kind));
  }

  private void anywhere(Kind kind, String form, int least) {
    if (form.length() >= least && !isOrdinaryWord(form)) {
      patterns.accept(new Pattern(cut(form), new BitSet(), Gaps.ANYWHERE, kind));
    }
  }

  private boolean isOrdinary(String phrase) {
    return NamePatterns.words(phrase).stream().allMatch(this::isOrdinaryWord);
  }

  private boolean isOrdinaryWord(String word) {
    return OrdinaryWords.contains(word) || ordinary.contains(word);
  }

  private static String form(String value) {
    Folded folded = Folded.of(value);
    return folded.form(0, folded.size());
  }

  private static String cut(String form) {
    return form.substring(0, Math.min(form.length(), PatternTrie.LONGEST));
  }
}
