package org.lucina.deid.text;

import java.util.ArrayList;
import java.util.List;

/** Puts placeholders in place of what was found. */
final class Replacing {
  private Replacing() {}

  static KnownIdentifiers.Cleaned of(String text, List<Span> spans, List<Suspicion> suspicions) {
    StringBuilder cleaned = new StringBuilder(text.length());
    int[] shifts = new int[spans.size() + 1];
    int from = 0;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      cleaned.append(text, from, span.start()).append(span.kind().placeholder());
      from = span.end();
      shifts[i + 1] = cleaned.length() - from;
    }
    cleaned.append(text, from, text.length());
    List<Suspicion> moved = new ArrayList<>();
    for (Suspicion each : suspicions) {
      int start = place(each.start(), spans, shifts, false);
      moved.add(new Suspicion(each.kind(), start, place(each.end(), spans, shifts, true)));
    }
    return new KnownIdentifiers.Cleaned(cleaned.toString(), spans.size(), moved);
  }

  /** Where a place of the text is in the cleaned one; a placeholder is taken whole. */
  private static int place(int at, List<Span> spans, int[] shifts, boolean isEnd) {
    int before = 0;
    int behind = spans.size();
    while (before < behind) {
      int middle = (before + behind) >>> 1;
      if (spans.get(middle).start() < at) {
        before = middle + 1;
      } else {
        behind = middle;
      }
    }
    if (before == 0) {
      return at;
    }
    Span last = spans.get(before - 1);
    boolean inside = at < last.end();
    if (!inside) {
      return at + shifts[before];
    }
    int start = last.start() + shifts[before - 1];
    return isEnd ? start + last.kind().placeholder().length() : start;
  }
}
