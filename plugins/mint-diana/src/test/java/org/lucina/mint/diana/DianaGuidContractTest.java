package org.lucina.mint.diana;

import java.util.Map;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The mint of DIANA's persons does what every mint does. */
class DianaGuidContractTest extends MintContract {
  @Override
  protected Mint open() throws Exception {
    DianaGuidProvider provider = new DianaGuidProvider();
    return provider.create("test", provider.configSpec().check(Map.of()), new LocalContext());
  }
}
