package org.lucina.mint.diana;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that DIANA used; they have no key. */
final class Hash {
  private Hash() {}

  static byte[] of(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
