package org.lucina.endpoint.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.testing.LocalContext;

/** The endpoint that is the server's archive; the archive itself has tests of its own. */
class OwnArchiveTest {
  private static final Reference STUDY = Reference.study("1.2.3");

  private final ArchiveEndpointProvider provider = new ArchiveEndpointProvider();

  @Test
  void isUnavailableWhileTheArchiveIsClosed() throws Exception {
    try (LocalContext server = new LocalContext();
        Endpoint endpoint = endpoint(server, Map.of())) {
      assertThat(endpoint.capabilities().operations()).contains(Operation.PUT, Operation.FIND);
      assertThatThrownBy(endpoint::check)
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }
  }

  @Test
  void isThereForReadingOnlyWhenToldSo() throws Exception {
    try (LocalContext server = new LocalContext();
        Endpoint endpoint = endpoint(server, Map.of("read-only", "true"))) {
      assertThat(endpoint.capabilities().operations())
          .containsExactlyInAnyOrder(Operation.GET, Operation.FIND, Operation.EXISTS);
      assertThatThrownBy(() -> endpoint.put(Dixel.of(STUDY).build()))
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
      assertThatThrownBy(() -> endpoint.delete(STUDY))
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    }
  }

  private Endpoint endpoint(LocalContext server, Map<String, String> properties) throws Exception {
    return provider.create("archive", provider.configSpec().check(properties), server);
  }
}
