package org.lucina.endpoint.mock.image;

import org.lucina.endpoint.mock.site.Seed;

/** Noise that can be had at any place alone, and is the same each time. */
final class Noise {
  private static final int BYTES = 4;
  private static final double MEAN = BYTES * 127.5;
  private static final double DEVIATION = 147.8;

  private final long seed;

  Noise(Seed seed) {
    this.seed = seed.value();
  }

  /** About normal, of mean 0 and standard deviation 1. */
  double at(int frame, int row, int column) {
    long bits = Seed.mix(seed + ((long) frame << 40) + ((long) row << 20) + column);
    long sum = (bits & 0xFF) + (bits >>> 16 & 0xFF) + (bits >>> 32 & 0xFF) + (bits >>> 48 & 0xFF);
    return (sum - MEAN) / DEVIATION;
  }
}
