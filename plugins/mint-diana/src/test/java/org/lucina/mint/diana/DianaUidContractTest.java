package org.lucina.mint.diana;

import java.util.Map;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The mint of DIANA's UIDs does what every mint does. */
class DianaUidContractTest extends MintContract {
  @Override
  protected Mint open() throws Exception {
    DianaUidProvider provider = new DianaUidProvider();
    return provider.create("test", provider.configSpec().check(Map.of()), new LocalContext());
  }
}
