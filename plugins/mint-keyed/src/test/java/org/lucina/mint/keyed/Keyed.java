package org.lucina.mint.keyed;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.testing.LocalContext;

/** Keyed mints for tests. */
final class Keyed {
  static final String KEY = "000102030405060708090a0b0c0d0e0f";

  private Keyed() {}

  static Mint uids(String... properties) throws Exception {
    return open(new KeyedUidProvider(), properties);
  }

  static Mint persons(String... properties) throws Exception {
    return open(new KeyedPseudonymProvider(), properties);
  }

  /** Of names and values in turn. */
  private static Mint open(MintProvider provider, String... properties) throws Exception {
    Map<String, String> values = new TreeMap<>(Map.of("key", KEY));
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    return provider.create("mint", provider.configSpec().check(values), new LocalContext());
  }

  static Subject patient(String id, String issuer) {
    return new Subject(
        Optional.of(id), Optional.of(issuer), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
