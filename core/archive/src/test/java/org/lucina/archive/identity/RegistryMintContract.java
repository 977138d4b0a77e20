package org.lucina.archive.identity;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.lucina.archive.index.TestDatabase;
import org.lucina.mint.registry.RegistryProvider;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The mint {@code registry} over a database. */
abstract class RegistryMintContract extends MintContract {
  private final String name = UUID.randomUUID().toString();

  /** The database, the same for all tests. */
  abstract TestDatabase database();

  /** Another server each time, which knows nothing but what the database says. */
  @Override
  protected Mint open() throws Exception {
    IdentityKeys keys =
        new IdentityKeys(new IdentityStore(database().database(), Clock.systemUTC()));
    RegistryProvider provider = new RegistryProvider();
    return provider.create(
        name, provider.configSpec().check(Map.of()), new LocalContext().with(keys.of(name)));
  }
}
