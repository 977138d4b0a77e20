package org.lucina.mint.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lucina.deid.form.UidForm;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/**
 * No two of ten million UIDs are alike, or of as many as {@code -Dlucina.mint.uids} says, whatever
 * the project and the originals. Of each, 8 bytes are held twice, and where two agree in these, the
 * whole UIDs are compared.
 */
class ManyUidsTest {
  private static final int COUNT = Integer.getInteger("lucina.mint.uids", 10_000_000);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void noTwoOfManyAreAlike(@ForAll("beginnings") String originals, @ForAll String project)
      throws Exception {
    Mint mint = Keyed.uids("project", project);
    long[] prints =
        IntStream.range(0, COUNT)
            .parallel()
            .mapToLong(i -> print(uid(mint, originals, i)))
            .toArray();
    long[] sorted = prints.clone();
    Arrays.parallelSort(sorted);
    Set<Long> alike =
        IntStream.range(1, COUNT)
            .filter(i -> sorted[i] == sorted[i - 1])
            .mapToObj(i -> sorted[i])
            .collect(Collectors.toSet());
    List<String> suspects =
        IntStream.range(0, alike.isEmpty() ? 0 : COUNT)
            .filter(i -> alike.contains(prints[i]))
            .mapToObj(i -> uid(mint, originals, i))
            .toList();

    assertThat(prints).hasSize(COUNT);
    assertThat(suspects).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40).map(arc -> "1.2." + arc);
  }

  private static String uid(Mint mint, String originals, int i) {
    try {
      return mint.uid(originals + "." + i, UidPlace.anywhere());
    } catch (MintException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for what is the same. */
  private static long print(String uid) {
    BigInteger number = new BigInteger(uid.substring(UidForm.UUID.length() + 1));
    return number.longValue() ^ number.shiftRight(Long.SIZE).longValue() * MIX;
  }
}
