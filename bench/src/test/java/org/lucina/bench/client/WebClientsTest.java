package org.lucina.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP clients ask as the standard has it and count what comes. */
class WebClientsTest {
  private static final RetrieveKeys SERIES = new RetrieveKeys("1.2", Optional.of("1.2.3"));

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private WebClient web;
  private int status = 200;
  private String type = "application/dicom+json";
  private String answer = "[]";
  private String received = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    web =
        new WebClient(
            new WebAddress(
                server.getAddress().getPort(),
                "/dicom-web",
                Optional.of(WebAddress.basic("admin", "secret"))));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void searchesCountMatches() throws IOException {
    answer = "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}},{}]";
    SearchClient search = new SearchClient(web);

    assertThat(search.count("/studies", Map.of("PatientName", "Ä b*")).objects()).isEqualTo(2);
    assertThat(search.matches("/studies", Map.of())).hasSize(2);
    assertThat(asked)
        .containsExactly(
            "GET /dicom-web/studies?PatientName=%C3%84%20b* Basic YWRtaW46c2VjcmV0",
            "GET /dicom-web/studies Basic YWRtaW46c2VjcmV0");
  }

  @Test
  void noContentIsNoMatch() throws IOException {
    status = 204;

    assertThat(new SearchClient(web).count("/studies", Map.of())).isEqualTo(Tally.NONE);
    assertThat(new SearchClient(web).matches("/studies", Map.of())).isEmpty();
  }

  @Test
  void anErrorIsAWrongAnswer() {
    status = 503;

    assertThatThrownBy(() -> new SearchClient(web).count("/studies", Map.of()))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageContaining("503");
  }

  @Test
  void retrievalCountsParts() throws IOException {
    type = "multipart/related; type=\"application/dicom\"; boundary=\"b\"";
    answer = "--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n";
    RetrieveClient retrieve = new RetrieveClient(web);

    assertThat(retrieve.objects(SERIES)).isEqualTo(new Tally(2, answer.length()));
    assertThat(retrieve.frames(SERIES, "1.2.3.4", List.of(3, 4)).objects()).isEqualTo(2);
    assertThat(asked.get(1))
        .startsWith("GET /dicom-web/studies/1.2/series/1.2.3/instances/1.2.3.4/frames/3,4 ");
  }

  @Test
  void storingSendsOnePartForEachFile() throws IOException {
    answer = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{},{}]}}";

    new WebStoreClient(web).stow(List.of(new byte[] {'a'}, new byte[] {'b'}));

    assertThat(received.split("--lucina-bench-boundary-between-objects", -1)).hasSize(4);
    assertThat(received).contains("\r\n\r\na\r\n--").endsWith("--\r\n");
  }

  @Test
  void storingLessThanAllIsAWrongAnswer() {
    answer = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{}]}}";

    assertThatThrownBy(() -> new WebStoreClient(web).stow(List.of(new byte[1], new byte[1])))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void orthancsInterfaceSaysWhetherItStored() throws IOException {
    WebStoreClient store = new WebStoreClient(web);
    answer = "{\"Status\" : \"Success\"}";
    store.postInstance(new byte[1]);
    answer = "{\"Status\" : \"AlreadyStored\"}";

    assertThatThrownBy(() -> store.postInstance(new byte[1]))
        .isInstanceOf(WrongAnswerException.class);
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
    if (status != 204) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
