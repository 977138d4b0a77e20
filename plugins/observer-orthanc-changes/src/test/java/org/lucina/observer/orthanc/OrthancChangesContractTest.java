package org.lucina.observer.orthanc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.contract.ObserverContract;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.LocalContext;

/** The changes of an Orthanc are observed as everything is. */
class OrthancChangesContractTest extends ObserverContract {
  private final SyntheticObjects objects = new SyntheticObjects(6);
  private final LocalContext context = new LocalContext();
  private final OrthancChangesProvider provider = new OrthancChangesProvider();

  @TempDir private Path folder;
  private OrthancServer server;
  private int put;

  private Map<String, String> properties() {
    return Map.of(
        "url",
        server.url(),
        "user",
        OrthancServer.USER,
        "password",
        OrthancServer.PASSWORD,
        "changes",
        "NewInstance",
        "period",
        "PT0.1S");
  }

  @Override
  protected Observer open() throws Exception {
    if (server == null) {
      server = OrthancServer.orSkip(folder).start();
    }
    return provider.create("test", provider.configSpec().check(properties()), context);
  }

  @Override
  protected void happen() throws Exception {
    byte[] file = objects.small(1, 1, 1, ++put).file();
    new HttpPeer(HttpSettings.of(provider.configSpec().check(properties()), context))
        .text(
            HttpCall.post("/instances")
                .body(
                    Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)),
                    "application/dicom"));
  }

  @AfterEach
  void stop() throws IOException {
    context.close();
    if (server != null) {
      server.close();
    }
  }
}
