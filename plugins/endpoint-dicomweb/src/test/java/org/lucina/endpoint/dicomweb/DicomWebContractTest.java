package org.lucina.endpoint.dicomweb;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.endpoint.Endpoint;

/** A DICOMweb service does what every endpoint does. */
class DicomWebContractTest extends EndpointContract {
  @TempDir private Path folder;
  private OrthancServer server;

  @Override
  protected Endpoint open() throws Exception {
    if (server == null) {
      server = OrthancServer.withDicomWebOrSkip(folder).start();
    }
    return Services.endpoint(
        server.url() + "/dicom-web",
        "user",
        OrthancServer.USER,
        "password",
        OrthancServer.PASSWORD,
        "escapes",
        "false");
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
