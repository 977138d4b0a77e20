package org.lucina.endpoint.dcmdir;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** A directory does what every endpoint does. */
class DcmDirContractTest extends EndpointContract {
  @TempDir private Path folder;

  @Override
  protected Endpoint open() throws Exception {
    DcmDirProvider provider = new DcmDirProvider();
    return provider.create(
        "test", provider.configSpec().check(Map.of("path", folder.toString())), new LocalContext());
  }
}
