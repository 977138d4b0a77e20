package org.lucina.endpoint.dimse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** A remote PACS does what every endpoint does. */
class DimseEndpointContractTest extends EndpointContract {
  @TempDir private Path folder;
  private Pacs pacs;
  private LocalContext context;

  @Override
  protected Endpoint open() throws Exception {
    if (pacs == null) {
      pacs = Pacs.dcmqrscp(folder);
      context = Endpoints.context(pacs.port()).folder(folder.resolve("state"));
    }
    return Endpoints.open(context);
  }

  @AfterEach
  void stop() throws Exception {
    if (pacs != null) {
      context.close();
      pacs.close();
    }
  }
}
