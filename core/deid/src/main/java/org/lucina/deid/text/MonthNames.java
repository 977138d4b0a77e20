package org.lucina.deid.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Months by name, as many languages write them, in full and short. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "hr", "sl", "et", "lv", "lt", "tr", "el", "ru", "uk", "bg");
  private static final int SHORTEST = 3;
  private static final Map<String, Integer> MONTHS = load();

  private MonthNames() {}

  private static Map<String, Integer> load() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = fold(month.getDisplayName(style, locale));
          if (name.length() >= SHORTEST) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    months.putIfAbsent("sept", Month.SEPTEMBER.getValue());
    return Map.copyOf(months);
  }

  private static String fold(String name) {
    Folded folded = Folded.of(name);
    return folded.form(0, folded.size());
  }

  /** The month of a word in {@link Folded} form. */
  static OptionalInt find(String word) {
    Integer month = MONTHS.get(word);
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }
}
