package org.lucina.mint.keyed;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The pseudo-random mint does what every mint does. */
class UidRandomContractTest extends MintContract {
  @TempDir private Path folder;

  @Override
  protected Mint open() throws Exception {
    UidRandomProvider provider = new UidRandomProvider();
    return provider.create(
        "test", provider.configSpec().check(Map.of()), new LocalContext().folder(folder));
  }
}
