package org.lucina.endpoint.orthanc;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;

/** An Orthanc does what every endpoint does. */
class OrthancContractTest extends EndpointContract {
  @TempDir private Path folder;
  private OrthancServer server;

  @Override
  protected Endpoint open() throws Exception {
    if (server == null) {
      server = OrthancServer.orSkip(folder).start();
    }
    return OrthancFixture.endpoint(server);
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
