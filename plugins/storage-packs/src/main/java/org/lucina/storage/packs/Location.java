package org.lucina.storage.packs;

import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an object for good.
 *
 * @param segment number of its segment, from 1 on
 * @param offset byte of the segment at which its record begins
 */
record Location(int segment, long offset) {
  private static final Pattern FORM =
      Pattern.compile("([1-9a-f][0-9a-f]{0,6})/([1-9a-f][0-9a-f]{0,11})");
  private static final int RADIX = 16;

  /** Reads what {@link #toString} has written, in that form only. */
  static Optional<Location> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Location(
                Integer.parseInt(matcher.group(1), RADIX), Long.parseLong(matcher.group(2), RADIX)))
        : Optional.empty();
  }

  /** Reads a location; one that was never given out is of no file. */
  static Location of(String text) throws NoSuchFileException {
    return parse(text).orElseThrow(() -> new NoSuchFileException(text));
  }

  @Override
  public String toString() {
    return Integer.toHexString(segment) + '/' + Long.toHexString(offset);
  }
}
