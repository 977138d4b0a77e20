package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.deid.text.Pattern.Gaps;
import org.lucina.dicom.value.PersonName;

/** In which forms a person name is looked for. */
final class NamePatterns {
  /** Letters of a word that is looked for alone. */
  private static final int WORD = 3;

  /** Digits of one. */
  private static final int NUMBER = 4;

  /** Letters below which the parts of a name, written together, may be any word. */
  private static final int TOGETHER = 6;

  private final Set<String> ordinary;
  private final Consumer<Pattern> patterns;

  /**
   * Names.
   *
   * @param ordinary words in folded form that are no identifiers alone in this data set
   * @param patterns takes the forms
   */
  NamePatterns(Set<String> ordinary, Consumer<Pattern> patterns) {
    this.ordinary = ordinary;
    this.patterns = patterns;
  }

  /** All forms of a name with all its groups, umlauts written out and not. */
  void add(String name) {
    for (String spelling : spellings(name)) {
      for (PersonName.Group group : PersonName.parse(spelling).groups()) {
        if (!group.isEmpty()) {
          add(group);
        }
      }
    }
  }

  private static Set<String> spellings(String name) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(name);
    spellings.add(Umlauts.writtenOut(name));
    spellings.add(Umlauts.contracted(name));
    return spellings;
  }

  private void add(PersonName.Group group) {
    List<String> family = words(group.family());
    List<String> given = words(group.given());
    List<String> middle = words(group.middle());
    for (List<String> component : List.of(family, given, middle)) {
      for (String word : component) {
        joined(List.of(word));
      }
      joined(component);
    }
    joined(family, given);
    joined(given, family);
    joined(family, given, middle);
    joined(given, middle, family);
    joined(family, middle, given);
    joined(middle, given, family);
    joined(given, initials(middle), family);
    joined(family, given, initials(middle));
    initialled(family, initials(given));
    initialled(family, initials(given), initials(middle));
  }

  @SafeVarargs
  private void initialled(List<String> family, List<String>... initials) {
    List<String> before = new ArrayList<>();
    for (List<String> each : initials) {
      before.addAll(each);
    }
    if (family.isEmpty() || before.isEmpty()) {
      return;
    }
    List<String> after = new ArrayList<>(family);
    after.addAll(before);
    before.addAll(family);
    boolean shortFamily = String.join("", family).length() < WORD;
    Gaps gaps = shortFamily ? Gaps.PUNCTUATED : Gaps.NEEDED;
    emit(before, gaps);
    emit(after, gaps);
  }

  /** What lacks a component is among the others. */
  @SafeVarargs
  private void joined(List<String>... components) {
    List<String> words = new ArrayList<>();
    for (List<String> component : components) {
      if (component.isEmpty()) {
        return;
      }
      words.addAll(component);
    }
    int letters = 0;
    int shortWords = 0;
    int aloneWords = 0;
    boolean nobody = true;
    for (String word : words) {
      letters += word.length();
      shortWords += word.length() < WORD ? 1 : 0;
      aloneWords += isAlone(word) ? 1 : 0;
      nobody &= isOrdinary(word);
    }
    boolean single = words.size() == 1 && !isTelling(words.get(0));
    if (nobody || single || letters < 2) {
      return;
    }
    if (aloneWords == words.size()) {
      emit(words, Gaps.AT_BREAKS);
    } else if (shortWords == words.size()) {
      emit(words, Gaps.CAPITALS);
    } else {
      emit(words, shortWords > 0 && letters < TOGETHER ? Gaps.NEEDED : Gaps.AT_BREAKS);
    }
  }

  private void emit(List<String> words, Gaps gaps) {
    BitSet breaks = new BitSet();
    int length = 0;
    for (String word : words) {
      if (length > 0) {
        breaks.set(length);
      }
      length += word.length();
    }
    patterns.accept(new Pattern(String.join("", words), breaks, gaps, Kind.NAME));
  }

  /** Whether a word is looked for wherever it stands. */
  private boolean isTelling(String word) {
    int enough = isIdeographic(word) ? 2 : isNumber(word) ? NUMBER : WORD;
    return word.length() >= enough && !isOrdinary(word);
  }

  private boolean isOrdinary(String word) {
    return OrdinaryWords.contains(word) || ordinary.contains(word);
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static boolean isAlone(String word) {
    return Folding.isAlone(word.codePointAt(0));
  }

  private static boolean isIdeographic(String word) {
    return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
      case HAN, HANGUL -> true;
      default -> false;
    };
  }

  private static List<String> initials(List<String> words) {
    return words.stream().filter(word -> !isAlone(word)).map(word -> word.substring(0, 1)).toList();
  }

  /** The words of a component, without titles, divided at its gaps. */
  static List<String> words(String component) {
    Folded folded = Folded.of(component);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= folded.size(); i++) {
      if (i == folded.size() || folded.gap(i) > 0) {
        words.add(folded.form(from, i));
        from = i;
      }
    }
    return words;
  }
}
