package org.lucina.anonymizer.diana;

import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.contract.AnonymizerContract;

/** DIANA's shams do what every anonymizer does. */
class DianaShamContractTest extends AnonymizerContract {
  @Override
  protected Anonymizer open() throws Exception {
    return GivenShams.open();
  }
}
