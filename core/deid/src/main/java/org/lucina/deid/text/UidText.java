package org.lucina.deid.text;

import java.util.Optional;

/** Sees UIDs in text: numbers divided by single points. */
final class UidText {
  private static final int POINTS = 3;
  private static final int LONGEST = 64;

  private UidText() {}

  /**
   * Where a UID ends that begins at a digit.
   *
   * @return empty when there is none, or it began before
   */
  static Optional<Integer> at(String text, int start) {
    if (start > 0 && isPart(text.charAt(start - 1))) {
      return Optional.empty();
    }
    int points = 0;
    int end = start;
    while (end < text.length() && end - start <= LONGEST && isPart(text.charAt(end))) {
      points += text.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
      points--;
    }
    return points >= POINTS && end - start <= LONGEST ? Optional.of(end) : Optional.empty();
  }

  private static boolean isPart(char c) {
    return c == '.' || c >= '0' && c <= '9';
  }
}
