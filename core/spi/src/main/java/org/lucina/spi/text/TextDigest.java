package org.lucina.spi.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts in UTF-8, as hexadecimal digits in lower case. */
public final class TextDigest {
  private TextDigest() {}

  /** SHA-256, 64 digits. */
  public static String sha256(String text) {
    return of("SHA-256", text);
  }

  /** SHA-1, 40 digits: for names that others make so, not for secrets. */
  public static String sha1(String text) {
    return of("SHA-1", text);
  }

  private static String of(String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
