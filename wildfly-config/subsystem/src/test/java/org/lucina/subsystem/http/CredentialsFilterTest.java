package org.lucina.subsystem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic !!!", "basic  YTpi", "Basic YTp", "Basic YTpi YTpi", "BASIC YQ==YTpi"})
  void what_is_no_base64_does_not_get_through(String credentials) throws Exception {
    assertThat(passed(credentials)).containsExactly("malformed");
    assertThat(passed("Basic YTpi", credentials)).containsExactly("malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "basic YWRtaW46c2VjcmV0MQ==", "Bearer a.b", "Basic", ""})
  void all_else_is_as_it_came(String credentials) throws Exception {
    assertThat(passed(credentials)).containsExactly(credentials);
  }

  @Test
  void credentials_of_every_length_are_recognized() throws Exception {
    for (int length : IntStream.of(1, 2, 3, 4, 5, 10_000, 40_000).toArray()) {
      String long64 = "Basic " + Base64.getEncoder().encodeToString(new byte[length]);
      assertThat(passed(long64)).containsExactly(long64);
    }
  }

  @Test
  void requests_without_credentials_stay_without() throws Exception {
    assertThat(passed()).isEmpty();
  }

  private static List<String> passed(String... credentials) throws Exception {
    HttpServerExchange exchange = new HttpServerExchange(null);
    for (String one : credentials) {
      exchange.getRequestHeaders().add(Headers.AUTHORIZATION, one);
    }
    List<String> passed = new ArrayList<>();
    new CredentialsFilter()
        .wrap(
            through -> {
              if (through.getRequestHeaders().contains(Headers.AUTHORIZATION)) {
                passed.addAll(through.getRequestHeaders().get(Headers.AUTHORIZATION));
              }
            })
        .handleRequest(exchange);
    return passed;
  }
}
