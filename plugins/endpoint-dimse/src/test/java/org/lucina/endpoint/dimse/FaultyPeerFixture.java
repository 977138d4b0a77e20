package org.lucina.endpoint.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;

/** Endpoints of peers that do not do what they should, and what these are sent. */
abstract class FaultyPeerFixture {
  final SyntheticObjects objects = new SyntheticObjects(7);
  final SyntheticObject first = objects.small(1, 1, 1, 1);
  final SyntheticObject second = objects.small(1, 1, 1, 2);
  final SyntheticObject third = objects.small(1, 1, 1, 3);
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  Endpoint endpoint(int port, String... properties) throws Exception {
    LocalContext context = Endpoints.context(port).folder(folder.resolve("state"));
    closing(context);
    return closing(Endpoints.open(context, properties));
  }

  Endpoint endpoint(ScriptedPacs pacs, String... properties) throws Exception {
    return endpoint(closing(pacs).start().port(), properties);
  }

  static EndpointException failure(Reason reason, ThrowingCallable call) {
    EndpointException e = catchThrowableOfType(EndpointException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
    return e;
  }

  /** Has something closed after the test, what came last first. */
  <T extends AutoCloseable> T closing(T opened) {
    open.add(opened);
    return opened;
  }
}
