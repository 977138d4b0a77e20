package org.lucina.deid.text;

/** Sees telephone numbers: seven to fifteen digits in groups, no decimal number. */
final class DialledNumber {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int WIDEST_GAP = 3;

  private DialledNumber() {}

  /** Behind what may be dialled, from a group of digits on; 0 when it may not. */
  static int end(Folded text, int from) {
    int digits = 0;
    int groups = 0;
    int points = 0;
    int end = from;
    while (isGroup(text, from, end) && digits <= LONGEST) {
      int next = text.tokenEnd(end);
      boolean ofCountry = end == from && isInternational(text, from);
      if (next - end < 2 && !ofCountry) {
        break;
      }
      points += end > from && text.gapText(end).equals(".") ? 1 : 0;
      digits += next - end;
      groups++;
      end = next;
    }
    boolean decimal = points == 1 && groups == 2;
    return digits >= SHORTEST && digits <= LONGEST && !decimal ? end : 0;
  }

  private static boolean isInternational(Folded text, int from) {
    int start = text.start(from);
    return start > 0 && text.text().charAt(start - 1) == '+';
  }

  private static boolean isGroup(Folded text, int from, int index) {
    if (index >= text.size() || !text.isDigitAt(index)) {
      return false;
    }
    if (index == from) {
      return true;
    }
    return text.gap(index) <= WIDEST_GAP
        && (text.gapText(index).chars().allMatch(c -> " -/()+".indexOf(c) >= 0)
            || text.gapText(index).equals("."));
  }
}
