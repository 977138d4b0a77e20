package org.lucina.deid.text;

import java.text.Normalizer;

/** The two ways to write letters with umlaut, stroke or ring where there are none. */
final class Umlauts {
  private static final String[][] FORMS = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}, {"ø", "oe"},
    {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"Å", "Aa"}, {"Ø", "Oe"}
  };

  private Umlauts() {}

  /** {@code Müller} becomes {@code Mueller}. */
  static String writtenOut(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFC);
    for (String[] form : FORMS) {
      text = text.replace(form[0], form[1]);
    }
    return text;
  }

  /** {@code MUELLER} becomes {@code MULLER}, as which {@code Müller} is folded. */
  static String contracted(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      text.append(c);
      char next = i + 1 < name.length() ? Character.toLowerCase(name.charAt(i + 1)) : 0;
      boolean umlaut = next == 'e' && "aouAOU".indexOf(c) >= 0;
      boolean ring = next == 'a' && (c == 'a' || c == 'A');
      if (umlaut || ring) {
        i++; // is not written
      }
    }
    return text.toString();
  }
}
