package org.lucina.mint.uidrandom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** Makes identifiers by a keyed hash: nobody without the key can tell what they stand for. */
final class UidRandomMint implements Mint {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int TOKEN_LENGTH = 16;
  private static final int LONGEST_UID = 64;

  private final Digest digest;
  private final int offsetDays;

  /**
   * A mint of a key.
   *
   * @param offsetDays dates of a person are moved by, forwards or backwards, at most; 0 for not
   */
  UidRandomMint(byte[] key, int offsetDays) {
    this.digest = new Digest(key);
    this.offsetDays = offsetDays;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.allOf(Product.class);
  }

  /** A UUID of version 8 (RFC 9562) under 2.25 (PS3.5 B.2); the place does not matter. */
  @Override
  public String uid(String original, UidPlace place) throws MintException {
    String uid = original.strip();
    if (uid.isEmpty() || uid.length() > LONGEST_UID) {
      throw new MintException("a UID has 1 to " + LONGEST_UID + " characters");
    }
    byte[] bits = Arrays.copyOf(digest.of("uid", uid), 16);
    bits[6] = (byte) (bits[6] & 0x0F | 0x80);
    bits[8] = (byte) (bits[8] & 0x3F | 0x80);
    return "2.25." + new BigInteger(1, bits);
  }

  @Override
  public String token(String domain, String original) {
    return letters(digest.of("token", domain, original));
  }

  /**
   * By Patient ID and its issuer; by name, birth date and sex for whom there is no Patient ID. The
   * birth date moves with all other dates, so that the age stays.
   */
  @Override
  public Identity identity(Subject subject) throws MintException {
    byte[] hash = hash(subject);
    String id = letters(hash);
    long seed = Math.floorMod(ByteBuffer.wrap(hash, 16, Long.BYTES).getLong(), 2L * offsetDays + 1);
    Duration offset = Duration.ofDays(seed - offsetDays);
    Optional<LocalDate> birth = subject.birthDate().map(date -> date.plusDays(offset.toDays()));
    return new Identity(id, "ANON^" + id, birth, offset);
  }

  private byte[] hash(Subject subject) throws MintException {
    Optional<String> id = given(subject.patientId());
    if (id.isPresent()) {
      return digest.of("patient", id.get(), given(subject.issuer()).orElse(""));
    }
    String name =
        given(subject.name())
            .orElseThrow(
                () -> new MintException("a person without Patient ID and name has no identity"));
    String birth = subject.birthDate().map(LocalDate::toString).orElse("");
    return digest.of("person", name, birth, given(subject.sex()).orElse(""));
  }

  private static Optional<String> given(Optional<String> text) {
    return text.map(String::strip).filter(characters -> !characters.isEmpty());
  }

  /** 80 bits, 5 in each letter. */
  private static String letters(byte[] hash) {
    BigInteger bits = new BigInteger(1, hash);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      text.append(LETTERS.charAt(bits.intValue() & 31));
      bits = bits.shiftRight(5);
    }
    return text.toString();
  }

  @Override
  public void close() {
    // Nothing is held but the key.
  }
}
