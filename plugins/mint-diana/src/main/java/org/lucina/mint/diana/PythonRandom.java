package org.lucina.mint.diana;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The numbers of Python's {@code random.Random(text)}: Mersenne Twister MT19937 (Matsumoto and
 * Nishimura, 1998), seeded by the array of a text and its SHA-512. For one thread.
 */
final class PythonRandom {
  private static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int TWIST = 0x9908B0DF;
  private static final int ARRAY_SEED = 19_650_218;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  PythonRandom(String seed) {
    seed(words(seed));
  }

  /** The seed as one number, in words of 32 bits from the least on. */
  private static int[] words(String seed) {
    byte[] text = seed.getBytes(StandardCharsets.UTF_8);
    byte[] hash = Hash.of("SHA-512", text);
    byte[] all = new byte[text.length + hash.length];
    System.arraycopy(text, 0, all, 0, text.length);
    System.arraycopy(hash, 0, all, text.length, hash.length);
    BigInteger number = new BigInteger(1, all);
    int[] words = new int[Math.max(1, (number.bitLength() + 31) / 32)];
    for (int i = 0; i < words.length; i++) {
      words[i] = number.shiftRight(32 * i).intValue();
    }
    return words;
  }

  private void seed(int[] words) {
    state[0] = ARRAY_SEED;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
    int i = 1;
    int word = 0;
    for (int k = Math.max(SIZE, words.length); k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1_664_525) + words[word] + word;
      word = (word + 1) % words.length;
      i = following(i);
    }
    for (int k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1_566_083_941) - i;
      i = following(i);
    }
    state[0] = 0x80000000;
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** The next 1 to 32 bits. */
  long bits(int count) {
    if (next == SIZE) {
      twist();
    }
    int bits = state[next];
    next++;
    bits ^= bits >>> 11;
    bits ^= bits << 7 & 0x9D2C5680;
    bits ^= bits << 15 & 0xEFC60000;
    bits ^= bits >>> 18;
    return Integer.toUnsignedLong(bits) >>> 32 - count;
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int bits = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7FFFFFFF;
      state[i] = state[(i + MIDDLE) % SIZE] ^ bits >>> 1 ^ ((bits & 1) == 0 ? 0 : TWIST);
    }
    next = 0;
  }

  /** A number from {@code least} to {@code most}, ends included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** One of a list that is not empty. */
  <T> T choice(List<T> list) {
    return list.get(below(list.size()));
  }

  private int below(int bound) {
    int count = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    long drawn = bits(count);
    while (drawn >= bound) {
      drawn = bits(count);
    }
    return (int) drawn;
  }
}
