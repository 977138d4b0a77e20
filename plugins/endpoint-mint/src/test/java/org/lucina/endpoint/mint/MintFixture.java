package org.lucina.endpoint.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

/** An endpoint, and the server that it asks. */
abstract class MintFixture {
  ScriptedServer peer;
  LocalContext context;
  Endpoint endpoint;

  @BeforeEach
  void begin() throws Exception {
    peer = new ScriptedServer();
    context = new LocalContext();
    endpoint = open("user", "jan", "password", "geheim", "wado-url", peer.url() + "/wado");
  }

  @AfterEach
  void close() {
    endpoint.close();
    context.close();
    peer.close();
  }

  Endpoint open(String... properties) throws Exception {
    Map<String, String> given = new HashMap<>(Map.of("url", peer.url() + "/mint"));
    for (int i = 0; i < properties.length; i += 2) {
      given.put(properties[i], properties[i + 1]);
    }
    MintEndpointProvider provider = new MintEndpointProvider();
    return provider.create("test", provider.configSpec().check(given), context);
  }

  /** Paths of what was asked. */
  List<String> asked() {
    return peer.lines().stream().map(line -> line.replaceFirst("GET ", "")).toList();
  }

  /** The Authorization fields that came. */
  List<Optional<String>> authorizations() {
    return peer.requests().stream()
        .map(request -> Optional.ofNullable(request.header("Authorization")))
        .toList();
  }

  List<Dixel> find(DicomLevel level, String query) throws EndpointException {
    return find(Query.parse(level, query));
  }

  List<Dixel> find(Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(query, found::add);
    return found;
  }

  static List<String> identifiers(List<Dixel> dixels) {
    return dixels.stream().map(dixel -> dixel.reference().identifier().orElseThrow()).toList();
  }

  static EndpointException failure(ThrowingCallable call) {
    EndpointException e = catchThrowableOfType(EndpointException.class, call);
    assertThat(e).isNotNull();
    return e;
  }
}
