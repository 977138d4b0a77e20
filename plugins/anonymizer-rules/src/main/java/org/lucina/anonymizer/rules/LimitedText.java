package org.lucina.anonymizer.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that a regular expression can read so many times and no more: an expression that goes back
 * and forth in it without end is stopped.
 */
final class LimitedText implements CharSequence {
  /** Characters that may be read for each one that there is, and for none. */
  private static final long READS = 1_000;

  private static final long FIRST_READS = 1_000_000;

  private final String text;
  private final int start;
  private final int end;
  private final long[] left;

  private LimitedText(String text, int start, int end, long[] left) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.left = left;
  }

  /** An expression takes too long. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLongException(Pattern pattern) {
      super("the regular expression " + pattern + " takes too long, or goes too deep");
    }
  }

  /** Whether the pattern is somewhere in the text. */
  static boolean find(Pattern pattern, String text) {
    try {
      return matcher(pattern, text).find();
    } catch (StopException | StackOverflowError e) {
      throw new TooLongException(pattern);
    }
  }

  /** The text with what is put in place of all that matches. */
  static String replace(Pattern pattern, String text, String replacement) {
    try {
      return matcher(pattern, text).replaceAll(replacement);
    } catch (StopException | StackOverflowError e) {
      throw new TooLongException(pattern);
    }
  }

  private static Matcher matcher(Pattern pattern, String text) {
    long[] reads = {FIRST_READS + READS * text.length()};
    return pattern.matcher(new LimitedText(text, 0, text.length(), reads));
  }

  @Override
  public int length() {
    return end - start;
  }

  @Override
  public char charAt(int index) {
    left[0]--;
    if (left[0] < 0) {
      throw new StopException();
    }
    return text.charAt(start + index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new LimitedText(text, start + from, start + to, left);
  }

  @Override
  public String toString() {
    return text.substring(start, end);
  }

  /** Ends a search. */
  private static final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StopException() {
      super(null, null, false, false);
    }
  }
}
