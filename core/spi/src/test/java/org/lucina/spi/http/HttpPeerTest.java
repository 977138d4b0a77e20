package org.lucina.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;

class HttpPeerTest {
  private static final ConfigSpec SPEC = new ConfigSpec(HttpSettings.properties("Where it is"));

  private final CountDownLatch testEnds = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    testEnds.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void sendsUserAndPasswordUnasked() throws Exception {
    AtomicReference<String> sent = new AtomicReference<>();
    server.createContext(
        "/base/thing",
        exchange -> {
          sent.set(exchange.getRequestHeaders().getFirst("Authorization"));
          answer(exchange, 200, "here");
        });

    String text =
        peer("/base/", Map.of("user", "anna", "password", "geheim")).text(HttpCall.get("/thing"));

    assertThat(text).isEqualTo("here");
    assertThat(sent.get()).isEqualTo("Basic YW5uYTpnZWhlaW0=");
  }

  @Test
  void streamsContentOfKnownAndUnknownLengthWithoutHoldingIt() throws Exception {
    long size = 300L << 20;
    AtomicLong received = new AtomicLong();
    AtomicReference<String> length = new AtomicReference<>();
    server.createContext(
        "/",
        exchange -> {
          length.set(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
          received.set(
              exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream()));
          answer(exchange, 200, "");
        });

    peer().text(HttpCall.post("/").body(zeros(size, OptionalLong.of(size)), "a/b"));
    assertThat(received.get()).isEqualTo(size);
    assertThat(length.get()).isEqualTo(Long.toString(size));

    peer().text(HttpCall.post("/").body(zeros(1000, OptionalLong.empty()), "a/b"));
    assertThat(received.get()).isEqualTo(1000);
    assertThat(length.get()).isEqualTo("null");
  }

  @Test
  void tellsStatusesAsReasons() throws Exception {
    server.createContext(
        "/",
        exchange -> answer(exchange, Integer.parseInt(exchange.getRequestURI().getQuery()), "no"));

    assertThat(reasonOf("/?401")).isEqualTo(Reason.REFUSED);
    assertThat(reasonOf("/?404")).isEqualTo(Reason.NOT_FOUND);
    assertThat(reasonOf("/?503")).isEqualTo(Reason.UNAVAILABLE);
    assertThat(reasonOf("/?500")).isEqualTo(Reason.FAILED);
    assertThat(reasonOf("/?302")).isEqualTo(Reason.REFUSED);
  }

  @Test
  void saysNothingOfQueriesAndAnswersInMessages() {
    server.createContext("/", exchange -> answer(exchange, 400, "no DOE^JOHN"));

    assertThatThrownBy(() -> peer().send(HttpCall.get("/studies?PatientName=DOE%5EJOHN")))
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.body()).isEqualTo("no DOE^JOHN"))
        .hasMessageContaining("answered 400 to GET /studies")
        .hasMessageNotContaining("DOE");
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotCome() {
    server.createContext("/", exchange -> awaitEnd());

    assertThatThrownBy(() -> peer("", Map.of("read-timeout", "PT0.2S")).send(HttpCall.get("/")))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("no answer within PT0.2S")
        .extracting("reason")
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void givesUpOnAnAnswerThatStandsStill() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[500]);
          exchange.getResponseBody().flush();
          awaitEnd();
        });

    try (HttpAnswer answer = peer("", Map.of("read-timeout", "PT0.2S")).send(HttpCall.get("/"))) {
      assertThat(answer.body().readNBytes(500)).hasSize(500);
      assertThatThrownBy(() -> answer.body().read()).hasMessageContaining("nothing came");
    }
  }

  @Test
  void tellsAnAnswerThatBreaksOffFromItsEnd() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[500]);
          exchange.getResponseBody().flush();
          throw new IOException("breaks off");
        });

    try (HttpAnswer answer = peer().send(HttpCall.get("/"))) {
      assertThatThrownBy(() -> answer.body().readAllBytes()).hasMessageContaining("broke off");
    }
  }

  @Test
  void isUnavailableWhereNobodyListens() {
    server.stop(0);

    assertThatThrownBy(() -> peer().send(HttpCall.get("/")))
        .hasMessageContaining("cannot be reached")
        .extracting("reason")
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void blamesTheSourceWhenThatCannotBeRead() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          answer(exchange, 200, "");
        });
    Content broken =
        Content.of(
            OptionalLong.of(10),
            () -> {
              throw new IOException("disk");
            });
    Content breaking =
        Content.of(
            OptionalLong.empty(),
            () ->
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("disk");
                  }
                });

    for (Content content : new Content[] {broken, breaking}) {
      assertThatThrownBy(() -> peer().send(HttpCall.post("/").body(content, "a/b")))
          .hasMessageContaining("what is to be sent cannot be read")
          .extracting("reason")
          .isEqualTo(Reason.FAILED);
    }
  }

  @Test
  void endsSoonWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          called.countDown();
          awaitEnd();
        });
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                peer().send(HttpCall.get("/"));
              } catch (EndpointException | ProviderException e) {
                end.set(e);
              }
            });
    caller.start();
    called.await();
    caller.interrupt();
    caller.join(5_000);

    assertThat(end.get()).isInstanceOf(EndpointException.class);
  }

  @Test
  void refusesAddressesThatAreNone() {
    for (String url : new String[] {"ftp://host", "http://anna@host", "http:/x", "http://h/?q=1"}) {
      assertThatThrownBy(() -> settings(Map.of("url", url))).hasMessageContaining("url must be");
    }
    assertThatThrownBy(() -> settings(Map.of("url", "http://h", "user", "anna")))
        .hasMessageContaining("go together");
    assertThatThrownBy(() -> settings(Map.of("url", "http://h", "read-timeout", "PT0S")))
        .hasMessageContaining("read-timeout");
  }

  private Reason reasonOf(String path) throws ProviderException {
    try (HttpAnswer answer = peer().send(HttpCall.get(path))) {
      throw new AssertionError("status " + answer.status());
    } catch (EndpointException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpPeer peer() throws ProviderException {
    return peer("", Map.of());
  }

  private HttpPeer peer(String base, Map<String, String> more) throws ProviderException {
    Map<String, String> properties = new HashMap<>(more);
    properties.put("url", "http://localhost:" + server.getAddress().getPort() + base);
    return new HttpPeer(settings(properties));
  }

  private static HttpSettings settings(Map<String, String> properties) throws ProviderException {
    try (LocalContext context = new LocalContext()) {
      return HttpSettings.of(SPEC.check(properties), context);
    } catch (org.lucina.spi.ConfigException e) {
      throw new AssertionError(e);
    }
  }

  private static Content zeros(long size, OptionalLong told) {
    return Content.of(
        told,
        () ->
            new InputStream() {
              private long left = size;

              @Override
              public int read() {
                return left-- > 0 ? 0 : -1;
              }

              @Override
              public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                  return -1;
                }
                int count = (int) Math.min(length, left);
                left -= count;
                return count;
              }
            });
  }

  private void awaitEnd() {
    try {
      testEnds.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes();
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    new ByteArrayInputStream(bytes).transferTo(exchange.getResponseBody());
    exchange.close();
  }
}
