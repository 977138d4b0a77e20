package org.lucina.dicom.charset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a character set of the values of (0008,0005). */
final class CharacterSetParser {

  private CharacterSetParser() {}

  static CharacterSet parse(List<String> values) {
    List<DefinedTerm> terms = new ArrayList<>();
    for (String value : values) {
      terms.add(DefinedTerm.parse(value).orElse(DefinedTerm.ASCII));
    }
    Optional<DefinedTerm> alone = standAlone(terms);
    if (alone.isPresent()) {
      return new CharacterSet(
          List.of(alone.get().name()), new StandAlone(alone.get().standAlone().get()));
    }
    terms.removeIf(term -> term.standAlone().isPresent());
    boolean extended = terms.size() > 1 || values.stream().anyMatch(DefinedTerm::asksForExtensions);
    DefinedTerm first = terms.get(0);
    if (terms.stream().allMatch(DefinedTerm.ASCII::equals)) {
      return CharacterSet.DEFAULT;
    }
    List<CodeElement> others =
        terms.stream()
            .flatMap(term -> Stream.concat(term.g0().stream(), term.g1().stream()))
            .distinct()
            .toList();
    return new CharacterSet(spelled(terms, extended), coding(first, others, extended));
  }

  /**
   * A multi-byte term without code extensions counts when it is the first, or when all others are
   * empty; behind another one the standard does not allow it.
   */
  private static Optional<DefinedTerm> standAlone(List<DefinedTerm> terms) {
    List<DefinedTerm> meant = terms.stream().filter(term -> term != DefinedTerm.ASCII).toList();
    return meant.stream()
        .limit(1)
        .filter(term -> term.standAlone().isPresent())
        .filter(term -> meant.size() == 1 || terms.get(0) == term)
        .findFirst();
  }

  /** A first set of two bytes in G0 cannot be initial: delimiters are ASCII. */
  private static TextCoding coding(DefinedTerm first, List<CodeElement> others, boolean extended) {
    CodeElement g0 = first.g0().filter(element -> element.width() == 1).orElse(CodeElement.ASCII);
    Optional<CodeElement> g1 = first.g1().filter(element -> element.width() == 1);
    return new CodeExtensions(g0, g1, others, extended);
  }

  private static List<String> spelled(List<DefinedTerm> terms, boolean extended) {
    List<String> spelled = new ArrayList<>();
    for (DefinedTerm term : terms) {
      spelled.add(term == DefinedTerm.ASCII && spelled.isEmpty() ? "" : term.spelled(extended));
    }
    return spelled;
  }
}
