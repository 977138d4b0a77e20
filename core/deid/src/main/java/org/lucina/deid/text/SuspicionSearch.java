package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in a text what looks like an identifier and is not a known one. */
final class SuspicionSearch {
  private static final int WIDEST_GAP = 3;
  private static final int LONG_NUMBER = 7;
  private static final int NAME_WORDS = 3;
  private static final int RECORD_PARTS = 12;

  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "doctor",
          "prof",
          "professor",
          "mr",
          "mrs",
          "ms",
          "miss",
          "sir",
          "herr",
          "herrn",
          "frau",
          "mme",
          "mlle",
          "monsieur",
          "madame",
          "sra",
          "srta",
          "don",
          "dott",
          "nurse",
          "physician",
          "radiologist",
          "technologist",
          "surgeon");
  private static final Set<String> PROFESSIONS =
      Set.of("md", "rn", "np", "phd", "mbbs", "frcr", "facr", "crna", "arnp", "dds", "rt");
  private static final Set<String> SIGNERS =
      Set.of(
          "signed",
          "dictated",
          "transcribed",
          "interpreted",
          "verified",
          "approved",
          "attending",
          "referring",
          "reported",
          "reviewed",
          "gez",
          "unterschrift");
  private static final Set<String> BETWEEN =
      Set.of("by", "electronically", "physician", "radiologist", "and", "von", "dr");
  private static final Set<String> LABELS =
      Set.of(
          "mrn",
          "acc",
          "accession",
          "ssn",
          "nhs",
          "dob",
          "dos",
          "pid",
          "pat",
          "patient",
          "visit",
          "encounter",
          "case",
          "id",
          "fallnr",
          "patnr",
          "insurance");
  private static final Set<String> NUMBERED =
      Set.of("no", "nr", "num", "number", "id", "mrn", "of", "nummer");

  private final Folded text;
  private final List<Span> covered;
  private final DateReader dates;
  private final List<Suspicion> found = new ArrayList<>();
  private int passed;

  /**
   * A search.
   *
   * @param covered known identifiers in order, which are not suspicious for they are taken out
   */
  SuspicionSearch(Folded text, List<Span> covered) {
    this.text = text;
    this.covered = covered;
    this.dates = new DateReader(text);
  }

  /** What was found, with positions in the text as it was. */
  List<Suspicion> suspicions() {
    int free = 0;
    for (int at = 0; at < text.size(); ) {
      int end = text.tokenEnd(at);
      if (text.start(at) >= free && !isCovered(at)) {
        free = text.isDigitAt(at) ? number(at, end) : word(at, end);
      }
      at = end;
    }
    Mailboxes.in(text.text(), found::add);
    return found;
  }

  /** Asked in order of places only. */
  private boolean isCovered(int index) {
    while (passed < covered.size() && covered.get(passed).end() <= text.start(index)) {
      passed++;
    }
    return passed < covered.size() && covered.get(passed).start() <= text.start(index);
  }

  private boolean isCoveredSoon(int index) {
    for (int i = passed; i < covered.size() && covered.get(i).start() <= text.start(index); i++) {
      if (covered.get(i).end() > text.start(index)) {
        return true;
      }
    }
    return false;
  }

  private int word(int at, int end) {
    if (!text.isLetterAt(at)) {
      return 0;
    }
    String word = end - at <= 14 ? text.form(at, end) : "";
    if (TITLES.contains(word)) {
      return isModality(word, at, end) ? 0 : name(end);
    }
    if (SIGNERS.contains(word)) {
      return signer(end);
    }
    if (LABELS.contains(word)) {
      return record(end);
    }
    if (PROFESSIONS.contains(word) && Character.isUpperCase(text.written(at))) {
      before(at);
    }
    Optional<WrittenDate> date = dates.at(at).filter(WrittenDate::isPlain);
    return date.isPresent() ? add(Suspicion.Kind.DATE, at, date.get().end()) : 0;
  }

  /** MR is magnetic resonance, MS multiple sclerosis. */
  private boolean isModality(String word, int at, int end) {
    return (word.equals("mr") || word.equals("ms"))
        && Character.isUpperCase(text.written(at + 1))
        && text.gapText(end).indexOf('.') < 0;
  }

  /** A name behind a word such as signed, if {@code by} or a colon is between. */
  private int signer(int from) {
    int next = from;
    boolean told = text.gapText(from).indexOf(':') >= 0;
    for (int i = 0; i < NAME_WORDS && follows(next) && BETWEEN.contains(form(next)); i++) {
      next = text.tokenEnd(next);
      told = true;
    }
    return told ? name(next) : 0;
  }

  private String form(int index) {
    int end = text.tokenEnd(index);
    return end - index <= 14 ? text.form(index, end) : "";
  }

  private boolean follows(int index) {
    return index < text.size()
        && text.gap(index) <= WIDEST_GAP
        && text.gapText(index).chars().noneMatch(c -> c == '\n' || c == '\r');
  }

  private boolean isCapitalised(int index) {
    return text.isAloneAt(index)
        || text.isLetterAt(index) && Character.isUpperCase(text.written(index));
  }

  /** Capitalised words from a place on. */
  private int name(int from) {
    int end = from;
    int words = 0;
    while (words < NAME_WORDS && follows(end) && isCapitalised(end) && !isCoveredSoon(end)) {
      end = text.tokenEnd(end);
      words++;
    }
    return words == 0 ? 0 : add(Suspicion.Kind.NAME, from, end);
  }

  /** A capitalised word or two before a profession. */
  private void before(int profession) {
    int from = profession;
    for (int words = 0; words < 2 && from > 0 && follows(from); words++) {
      int previous = from - 1;
      int shortest = Math.max(0, from - 30);
      while (previous > shortest && !text.isEdge(previous)) {
        previous--;
      }
      boolean taken =
          !isCapitalised(previous)
              || passed > 0 && covered.get(passed - 1).end() > text.start(previous);
      if (taken) {
        break;
      }
      from = previous;
    }
    if (from < profession) {
      add(Suspicion.Kind.NAME, from, profession);
    }
  }

  /** What has a digit behind a label. */
  private int record(int from) {
    int at = from;
    for (int i = 0; i < 2 && follows(at) && NUMBERED.contains(form(at)); i++) {
      at = text.tokenEnd(at);
    }
    int end = at;
    boolean digit = false;
    int parts = 0;
    while (parts++ < RECORD_PARTS
        && follows(end)
        && (end == at || text.gapText(end).isBlank() == text.gapText(end).isEmpty())) {
      if (isCoveredSoon(end)) {
        return 0;
      }
      digit |= text.isDigitAt(end);
      end = text.tokenEnd(end);
    }
    return digit ? add(Suspicion.Kind.RECORD, at, end) : 0;
  }

  private int number(int at, int end) {
    Optional<Integer> uid = UidText.at(text.text(), text.start(at));
    if (uid.isPresent()) {
      found.add(new Suspicion(Suspicion.Kind.UID, text.start(at), uid.get()));
      return uid.get();
    }
    Optional<WrittenDate> date = dates.at(at).filter(WrittenDate::isPlain);
    if (date.isPresent()) {
      return add(Suspicion.Kind.DATE, at, date.get().end());
    }
    int call = DialledNumber.end(text, at);
    if (call > end) {
      return add(Suspicion.Kind.PHONE, at, call);
    }
    return end - at >= LONG_NUMBER ? add(Suspicion.Kind.NUMBER, at, end) : 0;
  }

  private int add(Suspicion.Kind kind, int from, int to) {
    int end = text.end(to - 1);
    found.add(new Suspicion(kind, text.start(from), end));
    return end;
  }
}
