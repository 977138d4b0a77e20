package org.lucina.image;

/** Turns luminance and colour of JFIF into red, green and blue, rounding as libjpeg does. */
final class Ycc {
  private static final int BITS = 16;
  private static final int HALF = 1 << BITS - 1;
  private static final int RED = fixed(1.402);
  private static final int GREEN_OF_RED = fixed(0.71414);
  private static final int GREEN_OF_BLUE = fixed(0.34414);
  private static final int BLUE = fixed(1.772);

  private Ycc() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << BITS) + 0.5);
  }

  /** Converts samples in place, three of each pixel one after another. */
  static void toRgb(byte[] samples) {
    for (int i = 0; i + 2 < samples.length; i += 3) {
      int y = samples[i] & 0xFF;
      int blue = (samples[i + 1] & 0xFF) - 128;
      int red = (samples[i + 2] & 0xFF) - 128;
      samples[i] = clamped(y + (RED * red + HALF >> BITS));
      samples[i + 1] = clamped(y + (-GREEN_OF_BLUE * blue - GREEN_OF_RED * red + HALF >> BITS));
      samples[i + 2] = clamped(y + (BLUE * blue + HALF >> BITS));
    }
  }

  private static byte clamped(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
