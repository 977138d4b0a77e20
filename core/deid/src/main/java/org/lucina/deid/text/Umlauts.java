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
    return name.replaceAll("(?i)([aou])e", "$1").replaceAll("(?i)aa", "a");
  }
}
