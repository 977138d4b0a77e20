package org.lucina.observer.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an observation came.
 *
 * @param told number of the last change that was told
 * @param reread number after which changes are read again, to know what is not stable yet
 * @param stableUntil what had its last change by then was told to be stable
 */
record Position(long told, long reread, Instant stableUntil) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:/(\\d{1,18})/(\\d{1,18}))?");

  /** Nothing is restless after a change. */
  static Position after(long number) {
    return new Position(number, number, Instant.EPOCH);
  }

  /** Reads what {@link #toString} wrote; empty when it did not. */
  static Optional<Position> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long told = Long.parseLong(parts.group(1));
    return Optional.of(
        parts.group(2) == null
            ? after(told)
            : new Position(
                told,
                Long.parseLong(parts.group(2)),
                Instant.ofEpochMilli(Long.parseLong(parts.group(3)))));
  }

  @Override
  public String toString() {
    return reread == told
        ? Long.toString(told)
        : told + "/" + reread + "/" + stableUntil.toEpochMilli();
  }
}
