package org.lucina.image;

import java.util.Arrays;

/** Blacks out pixels whose samples have whole bytes. */
final class ByteFill implements Fill {
  private final NativeLayout layout;
  private final Mask mask;
  private final byte[][] units;
  private final long lines;

  ByteFill(NativeLayout layout, Mask mask, Black black) {
    this.layout = layout;
    this.mask = mask;
    this.units = new byte[layout.planes()][];
    for (int plane = 0; plane < units.length; plane++) {
      units[plane] = unit(plane, black);
    }
    PixelDescription pixels = layout.pixels();
    this.lines = (long) pixels.rows() * layout.planes() * pixels.frames();
  }

  private byte[] unit(int plane, Black black) {
    int[] samples = {0, 1, 2};
    if (layout.pixels().planar() || layout.pixels().samples() == 1) {
      samples = new int[] {plane};
    } else if (layout.subsampled()) {
      samples = new int[] {0, 0, 1, 2};
    }
    byte[] unit = new byte[layout.unitLength()];
    int at = 0;
    for (int sample : samples) {
      byte[] bytes = black.sample(sample, layout.bigEndian());
      System.arraycopy(bytes, 0, unit, at, bytes.length);
      at += bytes.length;
    }
    return unit;
  }

  @Override
  public void apply(byte[] bytes, int offset, int count, long position) {
    int rows = layout.pixels().rows();
    long rowLength = layout.rowLength();
    long end = position + count;
    for (long line = position / rowLength; line < lines && line * rowLength < end; line++) {
      int[] spans = mask.spans((int) (line % rows));
      for (int i = 0; i < spans.length; i += 2) {
        int first = spans[i] / layout.unitPixels();
        int last = (spans[i + 1] + layout.unitPixels() - 1) / layout.unitPixels();
        long start = line * rowLength;
        long from = Math.max(position, start + (long) first * layout.unitLength());
        long to = Math.min(end, start + (long) last * layout.unitLength());
        if (from < to) {
          byte[] unit = units[(int) (line / rows % units.length)];
          int phase = (int) ((from - start) % unit.length);
          int at = offset + (int) (from - position);
          fill(bytes, at, at + (int) (to - from), unit, phase);
        }
      }
    }
  }

  private static void fill(byte[] bytes, int from, int to, byte[] unit, int phase) {
    boolean uniform = true;
    for (byte part : unit) {
      uniform &= part == unit[0];
    }
    if (uniform) {
      Arrays.fill(bytes, from, to, unit[0]);
      return;
    }
    int at = phase;
    for (int i = from; i < to; i++) {
      bytes[i] = unit[at];
      at = at + 1 == unit.length ? 0 : at + 1;
    }
  }
}
