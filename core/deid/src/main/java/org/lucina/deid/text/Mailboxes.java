package org.lucina.deid.text;

import java.util.function.Consumer;

/** Sees e-mail addresses in a text. */
final class Mailboxes {
  /** Characters on either side of the sign that are looked at. */
  private static final int WIDTH = 64;

  private Mailboxes() {}

  static void in(String text, Consumer<Suspicion> found) {
    int free = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > Math.max(free, at - WIDTH) && isOfAddress(text.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      while (end < Math.min(text.length(), at + WIDTH) && isOfAddress(text.charAt(end))) {
        end++;
      }
      if (start < at && end > at + 1) {
        found.accept(new Suspicion(Suspicion.Kind.EMAIL, start, end));
        free = end;
      }
    }
  }

  private static boolean isOfAddress(char c) {
    return Character.isLetterOrDigit(c) || "._-+".indexOf(c) >= 0;
  }
}
