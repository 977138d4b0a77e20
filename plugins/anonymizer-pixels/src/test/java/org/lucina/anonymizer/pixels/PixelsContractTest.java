package org.lucina.anonymizer.pixels;

import java.util.Map;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.contract.AnonymizerContract;
import org.lucina.spi.testing.LocalContext;

/** Blacking out does what every anonymizer does, but leaves who the patient is. */
class PixelsContractTest extends AnonymizerContract {

  @Override
  protected Anonymizer open() throws Exception {
    PixelsProvider provider = new PixelsProvider();
    Map<String, String> properties = Map.of("rules", "regions 0,0,20,10");
    return provider.create("test", provider.configSpec().check(properties), new LocalContext());
  }

  @Override
  protected boolean removesIdentity() {
    return false;
  }
}
