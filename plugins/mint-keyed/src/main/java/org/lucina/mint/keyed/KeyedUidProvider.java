package org.lucina.mint.keyed;

import org.lucina.deid.form.FormProperties;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code keyed-uid}: UIDs and tokens by the key of a project. */
public final class KeyedUidProvider implements MintProvider {
  @Override
  public String type() {
    return "keyed-uid";
  }

  @Override
  public String description() {
    return "Makes UIDs and tokens by the key of a project";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(KeyProperties.KEY, KeyProperties.PROJECT, FormProperties.ROOT);
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    return new KeyedUidMint(KeyProperties.key(config), FormProperties.uids(config));
  }
}
