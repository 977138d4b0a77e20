package org.lucina.endpoint.mock.site;

import java.util.SplittableRandom;

/**
 * A number that decides others: below it, equal names and numbers lead to equal seeds.
 *
 * @param value all its bits are used
 */
public record Seed(long value) {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /** The seed of a number below this one. */
  public Seed at(long number) {
    return new Seed(mix(value + STEP * (number + 1)));
  }

  /** The seed of a name below this one. */
  public Seed at(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return at(hash);
  }

  /** Numbers that it decides. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }

  /** Spreads a change of any bit over all of them (the finalizer of MurmurHash3). */
  public static long mix(long bits) {
    long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
