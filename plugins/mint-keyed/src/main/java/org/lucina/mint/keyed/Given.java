package org.lucina.mint.keyed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lucina.spi.mint.MintException;

/** To which persons, by their hashes, the last pseudonyms were given. Thread-safe. */
final class Given {
  private final Map<String, byte[]> hashes;

  /** Remembers so many of the last. */
  Given(int most) {
    this.hashes =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > most;
          }
        };
  }

  /** Refuses what another person has. */
  synchronized void note(String pseudonym, byte[] hash) throws MintException {
    byte[] other = hashes.putIfAbsent(pseudonym, hash);
    if (other != null && !Arrays.equals(other, hash)) {
      throw new MintException(
          "two persons would get one pseudonym: the pattern has too few characters");
    }
  }
}
