package org.lucina.image;

/**
 * Blacks out pixels of one bit, which are packed without regard to rows and frames, the lowest bit
 * of a byte first (PS3.5 8.1.1).
 */
final class BitFill implements Fill {
  private final PixelDescription pixels;
  private final Mask mask;
  private final boolean set;

  BitFill(PixelDescription pixels, Mask mask, boolean set) {
    this.pixels = pixels;
    this.mask = mask;
    this.set = set;
  }

  @Override
  public void apply(byte[] bytes, int offset, int count, long position) {
    long begin = position * 8;
    long end = begin + count * 8L;
    long lines = (long) pixels.rows() * pixels.frames();
    int columns = pixels.columns();
    for (long line = begin / columns; line < lines && line * columns < end; line++) {
      int[] spans = mask.spans((int) (line % pixels.rows()));
      for (int i = 0; i < spans.length; i += 2) {
        long from = Math.max(begin, line * columns + spans[i]);
        long to = Math.min(end, line * columns + spans[i + 1]);
        for (long bit = from; bit < to; bit++) {
          int at = offset + (int) (bit / 8 - position);
          int place = 1 << bit % 8;
          bytes[at] = (byte) (set ? bytes[at] | place : bytes[at] & ~place);
        }
      }
    }
  }
}
