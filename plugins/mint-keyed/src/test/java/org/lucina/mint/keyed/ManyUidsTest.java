package org.lucina.mint.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/**
 * No two of many UIDs are alike: of {@code -Dlucina.mint.uids=10000000}, else of a million.
 *
 * <p>Only 64 bits of each are kept. Two that are the same would be the same in these; two that are
 * not are so in ten million with a probability of less than 1 in 10,000.
 */
class ManyUidsTest {
  private static final int COUNT = Integer.getInteger("lucina.mint.uids", 1_000_000);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  @Test
  void noTwoAreAlike() throws Exception {
    Mint mint = Keyed.uids();
    long[] prints = IntStream.range(0, COUNT).parallel().mapToLong(i -> print(mint, i)).toArray();
    Arrays.parallelSort(prints);
    long alike = IntStream.range(1, prints.length).filter(i -> prints[i] == prints[i - 1]).count();

    assertThat(prints).hasSize(COUNT);
    assertThat(alike).isZero();
  }

  private static long print(Mint mint, int i) {
    try {
      String uid = mint.uid("1.2.840.113619.2.5." + i, UidPlace.anywhere());
      BigInteger number = new BigInteger(uid.substring(UidForm.UUID.length() + 1));
      return number.longValue() ^ number.shiftRight(Long.SIZE).longValue() * MIX;
    } catch (MintException e) {
      throw new IllegalStateException(e);
    }
  }
}
