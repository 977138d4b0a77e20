package org.lucina.mint.keyed;

import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/** The properties of keys that all keyed mints have. */
final class KeyProperties {
  static final Property KEY =
      Property.required(
              "key",
              Type.STRING,
              "Key of 16 bytes or more, in hexadecimal or base 64; with another one all"
                  + " identifiers are others")
          .asSecret();
  static final Property PROJECT =
      Property.optional(
          "project",
          Type.STRING,
          "Name of the project: those of one key get identifiers that nobody without the key can"
              + " link; a/b is another than a");

  private KeyProperties() {}

  static ProjectKey key(Configuration config) throws ProviderException {
    return new ProjectKey(
        KeyText.bytes(config.string(KEY.name())), config.find(PROJECT.name()).orElse(""));
  }
}
