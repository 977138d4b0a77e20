package org.lucina.image;

/** Blacks out what of native pixel data passes by; keeps no state. */
interface Fill {

  /**
   * Blacks out.
   *
   * @param position of the first byte among all of them
   */
  void apply(byte[] bytes, int offset, int count, long position);

  /** Does another thing before. */
  default Fill after(Fill first) {
    return (bytes, offset, count, position) -> {
      first.apply(bytes, offset, count, position);
      apply(bytes, offset, count, position);
    };
  }

  /** The fill for pixel data of a layout. */
  static Fill of(NativeLayout layout, Mask mask, Black black) {
    return layout.pixels().bitsAllocated() == 1
        ? new BitFill(layout.pixels(), mask, black.bit())
        : new ByteFill(layout, mask, black);
  }
}
