package org.lucina.deid.form;

import java.math.BigInteger;
import java.time.Duration;
import org.lucina.spi.ProviderException;

/**
 * Days by which dates are moved, each of a span equally likely but for none at all, unless the span
 * is of none.
 *
 * @param least days, negative for back
 * @param most days
 */
public record Offsets(long least, long most) {

  /** Refuses a span that has no day but 0. */
  public static Offsets between(long least, long most) throws ProviderException {
    if (least > most || least == 0 && most == 0) {
      throw new ProviderException(
          "dates cannot be moved by a day from %d to %d other than 0".formatted(least, most));
    }
    return new Offsets(least, most);
  }

  /** So many days at most, forwards or backwards; 0 for none. */
  public static Offsets around(long days) {
    return new Offsets(-days, days);
  }

  /** By the number that a hash is; of its 256 bits no remainder is preferred in practice. */
  public Duration of(byte[] hash) {
    if (least == 0 && most == 0) {
      return Duration.ZERO;
    }
    boolean spansZero = least <= 0 && most >= 0;
    long days = most - least + (spansZero ? 0 : 1);
    long day = least + new BigInteger(1, hash).mod(BigInteger.valueOf(days)).longValue();
    return Duration.ofDays(spansZero && day >= 0 ? day + 1 : day);
  }
}
