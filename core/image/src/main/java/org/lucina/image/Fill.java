package org.lucina.image;

import java.util.Arrays;

/** Blacks out what of native pixel data passes by; keeps no state. */
interface Fill {

  /**
   * Blacks out.
   *
   * @param position of the first byte among all of them
   */
  void apply(byte[] bytes, int offset, int count, long position);

  /**
   * Clears what comes after the last frame, in which nobody would look for text.
   *
   * @param end of that
   */
  static Fill rest(long end) {
    return (bytes, offset, count, position) -> {
      if (position + count > end) {
        int kept = (int) Math.max(0, end - position);
        Arrays.fill(bytes, offset + kept, offset + count, (byte) 0);
      }
    };
  }

  /** Does another thing before. */
  default Fill after(Fill first) {
    return (bytes, offset, count, position) -> {
      first.apply(bytes, offset, count, position);
      apply(bytes, offset, count, position);
    };
  }

  /** The fill for pixel data of a layout. */
  static Fill of(NativeLayout layout, Mask mask, Black black) {
    Fill fill =
        layout.pixels().bitsAllocated() == 1
            ? new BitFill(layout.pixels(), mask, black.bit())
            : new ByteFill(layout, mask, black);
    return fill.after(rest(layout.length()));
  }
}
