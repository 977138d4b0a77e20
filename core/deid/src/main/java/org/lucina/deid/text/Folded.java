package org.lucina.deid.text;

import java.util.Arrays;

/**
 * A text as it is compared: its letters and digits only, in one case, width and composition,
 * without diacritics, each with its place in the text. What stands between them is a gap.
 *
 * <p>Letters and digits that follow each other without a gap are a token; in scripts that write no
 * spaces between words (Han, Kana, Hangul, Thai ...) each character is one.
 */
final class Folded {
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte ALONE = 3;
  private static final byte MARK = 4;

  private final String text;
  private char[] characters;
  private int[] starts;
  private int[] ends;
  private byte[] classes;
  private int size;
  private long looks;

  private Folded(String text) {
    this.text = text;
    int room = text.length() + 8;
    this.characters = new char[room];
    this.starts = new int[room];
    this.ends = new int[room];
    this.classes = new byte[room];
  }

  /** Folds a text. */
  static Folded of(String text) {
    Folded folded = new Folded(text);
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      folded.add(codePoint, at, next);
      at = next;
    }
    return folded;
  }

  private void add(int codePoint, int start, int end) {
    if (codePoint < 128) {
      addAscii((char) codePoint, start, end);
    } else if (Folding.isInvisible(codePoint)) {
      if (size > 0 && ends[size - 1] == start) {
        ends[size - 1] = end; // belongs to the character before it
      }
    } else {
      boolean alone = Folding.isAlone(codePoint);
      String form = Folding.of(codePoint);
      for (int i = 0; i < form.length(); i++) {
        char c = form.charAt(i);
        append(c, isDigit(c) ? DIGIT : alone || isKanaMark(c) ? ownClass(c) : LETTER, start, end);
      }
    }
  }

  private void addAscii(char c, int start, int end) {
    if (isDigit(c)) {
      append(c, DIGIT, start, end);
    } else if (c >= 'a' && c <= 'z') {
      append(c, LETTER, start, end);
    } else if (c >= 'A' && c <= 'Z') {
      append((char) (c + 32), LETTER, start, end);
    }
  }

  private static byte ownClass(char c) {
    boolean continues =
        Character.isLowSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    return continues ? MARK : ALONE;
  }

  private static boolean isKanaMark(char c) {
    return c == 0x3099 || c == 0x309A;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void append(char c, byte kind, int start, int end) {
    if (size == characters.length) {
      int room = size * 2;
      characters = Arrays.copyOf(characters, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      classes = Arrays.copyOf(classes, room);
    }
    characters[size] = c;
    classes[size] = kind;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** How many letters and digits. */
  int size() {
    return size;
  }

  /** One of them. */
  char at(int index) {
    return characters[index];
  }

  /** Where it begins in the text. */
  int start(int index) {
    return starts[index];
  }

  /** Behind it in the text. */
  int end(int index) {
    return ends[index];
  }

  /** The text itself. */
  String text() {
    return text;
  }

  /** As it was written, before folding. */
  char written(int index) {
    return text.charAt(starts[index]);
  }

  boolean isDigitAt(int index) {
    return classes[index] == DIGIT;
  }

  boolean isLetterAt(int index) {
    return classes[index] == LETTER;
  }

  boolean isAloneAt(int index) {
    return classes[index] == ALONE;
  }

  /** Counts a look at a character: by this one sees that the work grows as the text does. */
  void look() {
    looks++;
  }

  /** How often characters were looked at. */
  long looks() {
    return looks;
  }

  /** Characters of the text between one and the one before it; 0 before the first. */
  int gap(int index) {
    return index == 0 ? 0 : Math.max(0, starts[index] - ends[index - 1]);
  }

  /** Whether a token begins there, or ended before; true also at the end. */
  boolean isEdge(int index) {
    looks++;
    if (index == 0 || index >= size || gap(index) > 0) {
      return true;
    }
    return classes[index] == ALONE
        || classes[index] != MARK && classes[index] != classes[index - 1];
  }

  /** Behind the token that begins there. */
  int tokenEnd(int index) {
    int end = index + 1;
    while (!isEdge(end)) {
      end++;
    }
    return end;
  }

  /** Some of it, folded. */
  String form(int from, int to) {
    return new String(characters, from, to - from);
  }

  /** What stands between a character and the one before it. */
  String gapText(int index) {
    return index == 0 || index >= size
        ? ""
        : text.substring(Math.min(ends[index - 1], starts[index]), starts[index]);
  }
}
