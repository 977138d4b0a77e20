package org.lucina.deid.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** How single characters are folded. */
final class Folding {
  private static final int KATAKANA_FIRST = 0x30A1;
  private static final int KATAKANA_LAST = 0x30F6;
  private static final int TO_HIRAGANA = 0x60;

  private Folding() {}

  /** Whether a character shows nothing of its own: a diacritic of an alphabet, a joiner. */
  static boolean isInvisible(int codePoint) {
    boolean latinGreekCyrillic = codePoint >= 0x300 && codePoint <= 0x36F;
    boolean hebrewPoints = codePoint >= 0x591 && codePoint <= 0x5C7 && codePoint != 0x5BE;
    boolean arabicVowels = codePoint >= 0x64B && codePoint <= 0x65F || codePoint == 0x670;
    boolean stretched = codePoint == 0x640;
    return latinGreekCyrillic
        || hebrewPoints
        || arabicVowels
        || stretched
        || Character.getType(codePoint) == Character.FORMAT;
  }

  /** Whether it belongs to a script that writes no spaces between words. */
  static boolean isAlone(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
      default -> codePoint == 0x30FC || codePoint == 0xFF70;
    };
  }

  /** Its letters and digits; nothing when it is none. */
  static String of(int codePoint) {
    int digit = Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
    if (digit >= 0) {
      return String.valueOf((char) ('0' + digit));
    }
    String special = special(codePoint);
    if (!special.isEmpty()) {
      return special;
    }
    boolean whole = codePoint >= 0xAC00 && codePoint <= 0xD7A3; // Hangul stays in syllables
    String parts =
        whole
            ? Character.toString(codePoint)
            : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder form = new StringBuilder();
    parts.toLowerCase(Locale.ROOT).codePoints().forEach(part -> append(form, part));
    return form.toString();
  }

  private static void append(StringBuilder form, int part) {
    boolean counts =
        Character.isLetterOrDigit(part)
            || Character.getType(part) == Character.NON_SPACING_MARK && !isInvisible(part)
            || Character.getType(part) == Character.COMBINING_SPACING_MARK;
    if (counts) {
      boolean katakana = part >= KATAKANA_FIRST && part <= KATAKANA_LAST;
      form.appendCodePoint(katakana ? part - TO_HIRAGANA : part);
    }
  }

  /** Letters that no decomposition takes apart. */
  private static String special(int codePoint) {
    return switch (codePoint) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'þ', 'Þ' -> "th";
      case 'ħ', 'Ħ' -> "h";
      case 'ı' -> "i";
      case 'ς' -> "σ";
      default -> "";
    };
  }
}
