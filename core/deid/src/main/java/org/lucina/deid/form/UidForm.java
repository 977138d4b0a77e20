package org.lucina.deid.form;

import java.math.BigInteger;
import java.util.Arrays;
import org.lucina.dicom.Uids;
import org.lucina.spi.ProviderException;

/** Writes hashes as UIDs under a root, in 64 characters at most. */
public final class UidForm {
  /** The root of UUIDs (PS3.5 B.2). */
  public static final String UUID = "2.25";

  private static final int LONGEST = 64;
  private static final int MOST_BITS = 128;
  private static final int LEAST_BITS = 96;

  private final String root;
  private final int bits;

  /** Refuses a root that is no UID or leaves too few digits for UIDs that do not collide. */
  public UidForm(String root) throws ProviderException {
    if (!Uids.isValid(root) || root.indexOf('.') < 0) {
      throw new ProviderException("the root '" + root + "' is no UID");
    }
    int digits = LONGEST - root.length() - 1;
    this.root = root;
    this.bits = Math.min(MOST_BITS, (int) (digits / Math.log10(2)));
    if (bits < LEAST_BITS) {
      throw new ProviderException(
          "the root '" + root + "' is too long: it must leave 29 digits and a dot of 64");
    }
  }

  /** A {@link #uuid} under 2.25; else up to 128 bits under the root. */
  public String of(byte[] hash) {
    return root.equals(UUID) ? uuid(hash) : root + "." + number(hash).shiftRight(MOST_BITS - bits);
  }

  /** A UUID of version 8 (RFC 9562), which has 122 free bits, as a UID. */
  public static String uuid(byte[] hash) {
    byte[] number = Arrays.copyOf(hash, MOST_BITS / Byte.SIZE);
    number[6] = (byte) (number[6] & 0x0F | 0x80);
    number[8] = (byte) (number[8] & 0x3F | 0x80);
    return UUID + "." + number(number);
  }

  private static BigInteger number(byte[] hash) {
    return new BigInteger(1, hash, 0, MOST_BITS / Byte.SIZE);
  }
}
