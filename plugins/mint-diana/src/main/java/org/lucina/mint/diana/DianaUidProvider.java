package org.lucina.mint.diana;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code diana-uid}: the UIDs that DIANA made. */
public final class DianaUidProvider implements MintProvider {
  private static final String APP = "app";
  private static final String REMEMBERED = "remembered";

  @Override
  public String type() {
    return "diana-uid";
  }

  @Override
  public String description() {
    return "Makes the UIDs of studies, series and instances that DIANA made, which can be guessed";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(APP, Type.STRING, "dicom", "DIANA's app id, of which 2 digits are kept"),
        Property.optional(
                REMEMBERED,
                Type.INTEGER,
                "100000",
                "UIDs that are remembered, to refuse two originals that would get one")
            .between(10_000, 10_000_000),
        Remember.PROPERTY);
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server) {
    return new DianaUidMint(
        new DianaUid(config.string(APP)),
        new GivenUids(
            (int) config.integer(REMEMBERED),
            Remember.registry(config, server, IdentityRegistry.UID)));
  }
}
