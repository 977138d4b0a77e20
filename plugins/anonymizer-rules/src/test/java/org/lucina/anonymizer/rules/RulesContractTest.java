package org.lucina.anonymizer.rules;

import java.util.Map;
import org.lucina.mint.keyed.UidRandomProvider;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.contract.AnonymizerContract;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.testing.LocalContext;

/** Rules on attributes do what every anonymizer does. */
class RulesContractTest extends AnonymizerContract {

  @Override
  protected Anonymizer open() throws Exception {
    UidRandomProvider mints = new UidRandomProvider();
    Map<String, String> key = Map.of("key", "0123456789abcdef0123456789abcdef");
    LocalContext server = new LocalContext();
    Mint mint = mints.create("mint", mints.configSpec().check(key), server);
    RulesProvider provider = new RulesProvider();
    Map<String, String> properties =
        Map.of(
            "mint", "mint",
            "rules", "identity PatientName; identity PatientID; uid vr:UI; shift vr:DA");
    return provider.create(
        "test", provider.configSpec().check(properties), server.with("mint", mint));
  }
}
