package org.lucina.endpoint.csv;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** A file of rows does what every endpoint does. */
class CsvContractTest extends EndpointContract {
  @TempDir private Path folder;

  @Override
  protected Endpoint open() throws Exception {
    CsvProvider provider = new CsvProvider();
    Map<String, String> properties =
        Map.of("path", folder.resolve("rows.csv").toString(), "level", "instance");
    return provider.create("test", provider.configSpec().check(properties), new LocalContext());
  }
}
