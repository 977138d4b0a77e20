package org.lucina.mint.orthanc;

import java.util.Map;
import org.lucina.spi.contract.MintContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** The mint of Orthanc's identifiers does what every mint does. */
class OrthancIdContractTest extends MintContract {
  @Override
  protected Mint open() throws Exception {
    OrthancIdProvider provider = new OrthancIdProvider();
    return provider.create("test", provider.configSpec().check(Map.of()), new LocalContext());
  }
}
