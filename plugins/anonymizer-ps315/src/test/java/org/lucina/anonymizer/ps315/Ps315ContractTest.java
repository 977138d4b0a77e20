package org.lucina.anonymizer.ps315;

import java.util.Map;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.contract.AnonymizerContract;

/** The profile does what every anonymizer does. */
class Ps315ContractTest extends AnonymizerContract {

  @Override
  protected Anonymizer open() throws Exception {
    return Given.anonymizer(Given.server(), Map.of());
  }
}
