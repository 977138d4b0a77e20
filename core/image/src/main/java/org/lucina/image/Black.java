package org.lucina.image;

/** The darkest pixel there is (PS3.3 C.7.6.3.1.2). */
final class Black {
  private static final long PARTIAL_BLACK = 16;

  private final PixelDescription pixels;
  private final long[] cells;

  private Black(PixelDescription pixels, long[] cells) {
    this.pixels = pixels;
    this.cells = cells;
  }

  /**
   * The darkest pixel of some pixel data.
   *
   * @param darkest index of the darkest entry, of a palette
   * @param bare whether the bits that are not stored must be 0, as where an overlay lies in them;
   *     else they repeat the sign, for readers that take no account of Bits Stored
   */
  static Black of(PixelDescription pixels, int darkest, boolean bare) throws PixelDataException {
    int bits = pixels.bitsStored();
    long middle = 1L << bits - 1;
    long[] values =
        switch (pixels.photometric()) {
          case MONOCHROME1 -> new long[] {pixels.signed() ? middle - 1 : 2 * middle - 1};
          case MONOCHROME2 -> new long[] {pixels.signed() && !pixels.floating() ? -middle : 0};
          case PALETTE_COLOR -> new long[] {darkest};
          case RGB -> new long[] {0, 0, 0};
          case YBR_FULL, YBR_FULL_422 -> new long[] {0, middle, middle};
          case YBR_PARTIAL_422 -> new long[] {PARTIAL_BLACK, middle, middle};
          default ->
              throw new PixelDataException(
                  pixels.photometric().term() + " is no form of decoded pixel data");
        };
    long[] cells = new long[values.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(pixels, values[i], bare);
    }
    return new Black(pixels, cells);
  }

  private static long cell(PixelDescription pixels, long value, boolean bare) {
    int unused = pixels.highBit() + 1 - pixels.bitsStored();
    boolean signExtended = pixels.signed() && !bare && unused == 0;
    long stored = pixels.bitsStored() == 64 ? -1 : (1L << pixels.bitsStored()) - 1;
    return signExtended ? value : (value & stored) << unused;
  }

  /** The bytes of one sample. */
  byte[] sample(int sample, boolean bigEndian) {
    byte[] bytes = new byte[pixels.sampleLength()];
    for (int i = 0; i < bytes.length; i++) {
      int place = bigEndian ? bytes.length - 1 - i : i;
      bytes[i] = (byte) (cells[sample] >>> 8 * place);
    }
    return bytes;
  }

  /** Whether a pixel of one bit is set. */
  boolean bit() {
    return (cells[0] & 1) != 0;
  }
}
