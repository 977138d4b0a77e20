package org.lucina.spi.http;

import java.util.Arrays;

/**
 * Finds a byte sequence in a buffer by Horspool's algorithm, which looks at about one byte in as
 * many as the sequence has.
 */
final class DelimiterSearch {
  private final byte[] wanted;
  private final int[] shift = new int[256];

  DelimiterSearch(byte[] wanted) {
    this.wanted = wanted.clone();
    Arrays.fill(shift, wanted.length);
    for (int i = 0; i < wanted.length - 1; i++) {
      shift[wanted[i] & 0xFF] = wanted.length - 1 - i;
    }
  }

  int length() {
    return wanted.length;
  }

  /** The first index at which it stands whole between from and to, -1 when it does not. */
  int find(byte[] buffer, int from, int to) {
    int last = wanted.length - 1;
    int at = from;
    while (at + last < to) {
      int end = buffer[at + last];
      if (end == wanted[last] && matches(buffer, at)) {
        return at;
      }
      at += shift[end & 0xFF];
    }
    return -1;
  }

  private boolean matches(byte[] buffer, int at) {
    return Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
