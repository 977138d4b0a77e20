package org.lucina.deid.form;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.spi.ProviderException;

/**
 * Writes hashes or numbers in a pattern such as {@code ANON-{8}}, with so many letters and digits.
 */
public final class Pseudonyms {
  private static final int LONGEST = 64;
  private static final int MOST_LETTERS = 48;
  private static final int MOST_DIGITS = Long.toString(Long.MAX_VALUE).length();
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9 ._-]*)\\{([1-9][0-9]?)\\}([A-Za-z0-9 ._-]*)");

  private final String before;
  private final int letters;
  private final String after;

  /**
   * Reads a pattern for hashes.
   *
   * @param least letters and digits that it must have
   */
  public Pseudonyms(String pattern, int least) throws ProviderException {
    this(pattern, least, 0);
  }

  /** Reads a pattern for numbers, which get longer than it says when they have more digits. */
  public static Pseudonyms counted(String pattern) throws ProviderException {
    return new Pseudonyms(pattern, 1, MOST_DIGITS);
  }

  private Pseudonyms(String pattern, int least, int digits) throws ProviderException {
    Matcher parts = FORM.matcher(pattern.strip());
    if (!parts.matches()) {
      throw new ProviderException(
          "the pattern '"
              + pattern
              + "' is not {N} with letters, digits, spaces, dots, dashes and underscores around it");
    }
    this.before = parts.group(1);
    this.letters = Integer.parseInt(parts.group(2));
    this.after = parts.group(3);
    int room = LONGEST - Math.max(letters, digits);
    if (letters < least || letters > MOST_LETTERS || before.length() + after.length() > room) {
      throw new ProviderException(
          "the pattern '%s' must have {%d} to {%d}, and with %d in it %d other characters at most"
              .formatted(pattern, least, MOST_LETTERS, Math.max(letters, digits), room));
    }
  }

  /** With letters and digits of a hash. */
  public String of(byte[] hash) {
    return before + Letters.of(hash, letters) + after;
  }

  /** With a number, after zeros where it has fewer digits. */
  public String of(long number) {
    return before + String.format(Locale.ROOT, "%0" + letters + "d", number) + after;
  }

  /** How many bits of a hash are told: two of 2^(n/2) persons are likely to get one. */
  public int bits() {
    return letters * Letters.BITS;
  }
}
