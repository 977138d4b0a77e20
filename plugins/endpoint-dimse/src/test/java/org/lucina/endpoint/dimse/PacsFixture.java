package org.lucina.endpoint.dimse;

import static org.lucina.endpoint.dimse.Endpoints.dixel;
import static org.lucina.endpoint.dimse.Endpoints.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** A PACS, whoever made that, and an endpoint that it is. */
abstract class PacsFixture {
  static final Set<View> FILE = Set.of(View.FILE);

  final SyntheticObjects objects = new SyntheticObjects(7);
  final SyntheticObject first = objects.small(1, 1, 1, 1);
  final SyntheticObject second = objects.small(1, 1, 1, 2);
  final SyntheticObject otherSeries = objects.ct(1, 1, 2, 1);
  final SyntheticObject otherStudy = objects.small(2, 2, 1, 1);

  @TempDir Path folder;
  int receivePort;
  Pacs pacs;
  LocalContext context;
  Endpoint endpoint;

  /** Starts the PACS with its files in a folder. */
  abstract Pacs start(Path temp, Pacs.Destination... destinations) throws Exception;

  @BeforeEach
  void open() throws Exception {
    receivePort = Tool.freePort();
    pacs = start(folder, new Pacs.Destination("LUCINA", receivePort));
    context = Endpoints.context(pacs.port()).folder(folder.resolve("state"));
    endpoint = Endpoints.open(context);
  }

  @AfterEach
  void close() throws Exception {
    if (pacs != null) {
      endpoint.close();
      context.close();
      pacs.close();
    }
  }

  Endpoint reopen(String... properties) throws Exception {
    endpoint.close();
    endpoint = Endpoints.open(context, properties);
    return endpoint;
  }

  void putAll() throws Exception {
    endpoint.put(study(List.of(first, second, otherSeries)));
    endpoint.put(dixel(otherStudy));
  }
}
