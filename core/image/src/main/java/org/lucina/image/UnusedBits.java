package org.lucina.image;

/** Clears the bits of all pixels that are not stored, in which overlays once lay. */
final class UnusedBits implements Fill {
  private final byte[] stored;

  private UnusedBits(byte[] stored) {
    this.stored = stored;
  }

  /** For native pixel data of a layout. */
  static UnusedBits of(NativeLayout layout) {
    return new UnusedBits(stored(layout.pixels(), layout.bigEndian()));
  }

  /** The bits of a sample that are stored. */
  static byte[] stored(PixelDescription pixels, boolean bigEndian) {
    int unused = pixels.highBit() + 1 - pixels.bitsStored();
    long bits = (1L << pixels.bitsStored()) - 1 << unused;
    byte[] stored = new byte[pixels.sampleLength()];
    for (int i = 0; i < stored.length; i++) {
      stored[bigEndian ? stored.length - 1 - i : i] = (byte) (bits >>> 8 * i);
    }
    return stored;
  }

  @Override
  public void apply(byte[] bytes, int offset, int count, long position) {
    int at = (int) (position % stored.length);
    for (int i = offset; i < offset + count; i++) {
      bytes[i] &= stored[at];
      at = at + 1 == stored.length ? 0 : at + 1;
    }
  }
}
