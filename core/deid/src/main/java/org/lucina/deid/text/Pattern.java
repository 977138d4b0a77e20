package org.lucina.deid.text;

import java.util.BitSet;
import org.lucina.deid.text.Identifier.Kind;

/**
 * What is looked for: some letters and digits, and where there may be something else between them.
 *
 * @param characters in {@link Folded} form
 * @param breaks indexes of characters before which there may be a gap
 * @param gaps how gaps are taken
 * @param kind what it is
 */
record Pattern(String characters, BitSet breaks, Gaps gaps, Kind kind) {

  /** How strictly gaps are taken. */
  enum Gaps {
    /** A gap may be anywhere: in numbers, however they are punctuated. */
    ANYWHERE,
    /** A gap may be at each break. */
    AT_BREAKS,
    /**
     * There must be a gap at each break, for the parts are so short that together they are words.
     */
    NEEDED,
    /** The same; each part must begin with a capital. */
    CAPITALS,
    /** The same; and a full stop or comma must be in a gap. */
    PUNCTUATED
  }

  /** Whether it is met by what was found from an index on, with gaps before some characters. */
  boolean fits(Folded text, int from, BitSet gapsFound) {
    if (gaps == Gaps.ANYWHERE) {
      return true;
    }
    for (int gap = gapsFound.nextSetBit(0); gap >= 0; gap = gapsFound.nextSetBit(gap + 1)) {
      if (gap < characters.length() && !breaks.get(gap)) {
        return false;
      }
    }
    if (gaps == Gaps.AT_BREAKS) {
      return true;
    }
    return all(gapsFound)
        && (gaps == Gaps.NEEDED || capitals(text, from))
        && punctuated(text, from);
  }

  private boolean all(BitSet gapsFound) {
    return breaks.stream().allMatch(gapsFound::get);
  }

  private boolean capitals(Folded text, int from) {
    return isCapital(text, from)
        && breaks.stream().allMatch(index -> isCapital(text, from + index));
  }

  private boolean punctuated(Folded text, int from) {
    return gaps != Gaps.PUNCTUATED
        || breaks.stream()
            .mapToObj(index -> text.gapText(from + index))
            .anyMatch(
                gap -> gap.indexOf('.') >= 0 || gap.indexOf(',') >= 0 || gap.indexOf('^') >= 0);
  }

  private static boolean isCapital(Folded text, int index) {
    char c = text.written(index);
    return !Character.isLowerCase(c);
  }
}
