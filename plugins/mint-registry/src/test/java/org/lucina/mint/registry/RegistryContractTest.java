package org.lucina.mint.registry;

import java.util.Map;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

class RegistryContractTest extends MintContract {
  private final LocalContext server = new LocalContext().with(new MemoryRegistry());

  @Override
  protected Mint open() throws Exception {
    RegistryProvider provider = new RegistryProvider();
    return provider.create("m", provider.configSpec().check(Map.of()), server);
  }
}
