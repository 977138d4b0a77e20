package org.lucina.mint.keyed;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.lucina.spi.ProviderException;

/** The bytes of a key that is written as text. */
final class KeyText {
  private static final int SHORTEST = 16;
  private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");

  private KeyText() {}

  /** Of hexadecimal digits if it has no others and an even number, else of base 64. */
  static byte[] bytes(String text) throws ProviderException {
    byte[] key = decoded(text.strip());
    if (key.length < SHORTEST) {
      throw new ProviderException("the key must have " + SHORTEST + " bytes or more");
    }
    return key;
  }

  private static byte[] decoded(String text) throws ProviderException {
    if (HEX.matcher(text).matches()) {
      return HexFormat.of().parseHex(text);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      // Without the cause, which shows characters of the key
      throw new ProviderException("the key is neither hexadecimal nor base 64");
    }
  }
}
