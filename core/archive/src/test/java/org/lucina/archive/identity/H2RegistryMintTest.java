package org.lucina.archive.identity;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lucina.archive.index.TestDatabase;
import org.lucina.mint.registry.RegistryProvider;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The mint {@code registry} over the database that it is made for. */
class H2RegistryMintTest extends MintContract {
  private static TestDatabase database;

  private final String name = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.h2();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  /** Another server each time, which knows nothing but what the database says. */
  @Override
  protected Mint open() throws Exception {
    IdentityKeys keys = new IdentityKeys(new IdentityStore(database.database(), Clock.systemUTC()));
    RegistryProvider provider = new RegistryProvider();
    return provider.create(
        name, provider.configSpec().check(Map.of()), new LocalContext().with(keys.of(name)));
  }
}
