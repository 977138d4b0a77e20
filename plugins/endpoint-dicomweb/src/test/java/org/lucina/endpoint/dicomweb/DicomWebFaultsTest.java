package org.lucina.endpoint.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dicomweb.Services.bytes;
import static org.lucina.endpoint.dicomweb.Services.dixel;
import static org.lucina.endpoint.dicomweb.Services.find;
import static org.lucina.endpoint.dicomweb.Services.identifiers;
import static org.lucina.endpoint.dicomweb.Services.reference;
import static org.lucina.endpoint.dicomweb.Services.whole;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Services that fail, or answer otherwise than they should, and the requests that they get. */
class DicomWebFaultsTest {
  private final SyntheticObjects objects = new SyntheticObjects(9);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Headers> headers = Collections.synchronizedList(new ArrayList<>());
  private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void sendsTheTokenAndMoreHeaders() throws Exception {
    answer(exchange -> json(exchange, 200, "[]"));
    endpoint("token", "abc", "headers", "X-Key: 1|X-Tenant: a b").check();

    assertThat(headers.get(0).getFirst("Authorization")).isEqualTo("Bearer abc");
    assertThat(headers.get(0).getFirst("X-Key")).isEqualTo("1");
    assertThat(headers.get(0).getFirst("X-Tenant")).isEqualTo("a b");
    assertThatThrownBy(() -> endpoint("token", "a", "user", "b", "password", "c"))
        .hasMessageContaining("either token or user");
    assertThatThrownBy(() -> endpoint("headers", "nonsense")).hasMessageContaining("Name: value");
  }

  @Test
  void writesKeysAsTheStandardHasThem() throws Exception {
    answer(exchange -> json(exchange, 204, ""));
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.PatientName, "MÜLLER^A*")
            .key(Tag.StudyDate, "20260101-20260131")
            .key(Tag.StudyInstanceUID, "1.2\\1.3")
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S&1")
            .include(Tag.BodyPartExamined)
            .fuzzy(true)
            .build();

    assertThat(find(endpoint("fuzzy-matching", "true"), query)).isEmpty();
    assertThat(requests)
        .containsExactly(
            "GET /dicom-web/studies?PatientName=M%C3%9CLLER%5EA*&StudyDate=20260101-20260131"
                + "&StudyInstanceUID=1.2,1.3"
                + "&RequestAttributesSequence.ScheduledProcedureStepID=S%261"
                + "&includefield=BodyPartExamined&fuzzymatching=true&limit=200");
    assertThat(headers.get(0).getFirst("Accept")).isEqualTo("application/dicom+json");
  }

  @Test
  void sendsWildCardsToAServiceThatDecodesNoEscapes() throws Exception {
    answer(exchange -> json(exchange, 204, ""));
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.PatientName, "MÜLLER^^A?NA")
            .key(Tag.AccessionNumber, "A-1")
            .key(Tag.StudyID, "\"\"")
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S&1")
            .build();

    assertThat(find(endpoint("escapes", "false"), query)).isEmpty();
    assertThat(requests)
        .containsExactly(
            "GET /dicom-web/studies?PatientName=M*LLER*A?NA&AccessionNumber=A-1"
                + "&includefield=PatientName,StudyID,RequestAttributesSequence&limit=200");
  }

  @Test
  void saysSoWhenTheServiceDoesNotMatchFuzzily() throws Exception {
    answer(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set(
                  "Warning",
                  "299 service: \"The fuzzymatching parameter is not supported."
                      + " Only literal matching has been performed.\"");
          json(exchange, 200, studies("1.2"));
        });
    Query query = Query.of(DicomLevel.STUDY).key(Tag.PatientName, "Doe").fuzzy(true).build();

    assertThatThrownBy(() -> find(endpoint("fuzzy-matching", "true"), query))
        .hasMessageContaining("fuzzy matching");
  }

  @Test
  void dropsWhatAServiceTellsThatPassesOverKeys() throws Exception {
    answer(
        exchange ->
            json(exchange, 200, offset(exchange) == 0 ? studies("1.2", "1.3", "1.4") : "[]"));

    assertThat(identifiers(endpoint(), DicomLevel.STUDY, "StudyInstanceUID=1.2\\1.4&StudyID=x"))
        .containsExactly("1.2", "1.4");
    assertThat(
            find(
                endpoint(),
                Query.of(DicomLevel.STUDY)
                    .key(Tag.StudyInstanceUID, "1.2\\1.4")
                    .offset(1)
                    .limit(1)
                    .build()))
        .extracting(dixel -> dixel.reference().studyUid().orElseThrow())
        .containsExactly("1.4");
  }

  @Test
  void readsOnWhereAServiceGivesFewerThanItIsAskedFor() throws Exception {
    answer(
        exchange -> {
          int offset = offset(exchange);
          json(exchange, 200, offset < 5 ? studies("1." + offset) : "[]");
        });

    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).build())).hasSize(5);
  }

  @Test
  void takesAllFromAServiceThatKnowsNoLimit() throws Exception {
    String[] uids = IntStream.range(0, 1000).mapToObj(i -> "1." + i).toArray(String[]::new);
    answer(exchange -> json(exchange, 200, studies(uids)));

    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).build())).hasSize(1000);
    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).limit(250).build())).hasSize(250);
    assertThat(find(endpoint(), Query.of(DicomLevel.STUDY).limit(3).build())).hasSize(3);
  }

  @Test
  void givesUpOnAServiceThatTellsTheSameAgainAndAgain() throws Exception {
    answer(exchange -> json(exchange, 200, studies("1.1", "1.2")));
    Endpoint service = endpoint("page-size", "2");
    List<Dixel> found = new ArrayList<>();

    assertThatThrownBy(() -> service.find(Query.of(DicomLevel.STUDY).build(), found::add))
        .hasMessageContaining("again and again");
    assertThat(found).extracting(dixel -> dixel.reference()).doesNotHaveDuplicates();
    assertThatThrownBy(() -> find(service, Query.of(DicomLevel.STUDY).limit(3).build()))
        .hasMessageContaining("again and again");
  }

  @Test
  void refusesAnswersThatAreNoDicomJson() throws Exception {
    answer(exchange -> json(exchange, 200, "<html>"));

    assertThatThrownBy(() -> find(endpoint(), Query.of(DicomLevel.STUDY).build()))
        .hasMessageContaining("what is no DICOM JSON")
        .extracting("reason")
        .isEqualTo(Reason.FAILED);
  }

  @Test
  void sendsObjectsAsPartsOfOneBody() throws Exception {
    answer(exchange -> json(exchange, 200, "{}"));
    endpoint().put(whole(Reference.study(first.study()), first, second));

    assertThat(requests).containsExactly("POST /dicom-web/studies");
    String type = headers.get(0).getFirst("Content-Type");
    assertThat(type).startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    String delimiter = "\r\n--" + type.substring(type.indexOf("boundary=") + 9);
    String head = delimiter + "\r\nContent-Type: application/dicom\r\n\r\n";
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (SyntheticObject object : List.of(first, second)) {
      expected.write(head.getBytes(UTF_8));
      expected.write(object.file());
    }
    expected.write((delimiter + "--\r\n").getBytes(UTF_8));
    assertThat(bodies.get(0)).isEqualTo(expected.toByteArray());
    assertThat(headers.get(0).getFirst("Content-Length"))
        .isEqualTo(Integer.toString(expected.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "42752,UNAVAILABLE", // A700, out of resources
    "272,FAILED", // 0110, processing failure
    "43264,REFUSED", // A900, data set does not match SOP class
    "290,REFUSED", // 0122, SOP class not supported
    "49152,REFUSED" // C000, cannot understand
  })
  void tellsFailuresByTheirReason(int code, Reason reason) throws Exception {
    for (int status : new int[] {202, 409}) {
      var context = answer(exchange -> json(exchange, status, failure(code)));
      assertThatThrownBy(() -> endpoint().put(dixel(first)))
          .hasMessageContaining(
              "did not store 1 of 1 objects: instance %s for reason %04X"
                  .formatted(first.sopInstance(), code))
          .extracting("reason")
          .isEqualTo(reason);
      server.removeContext(context);
    }
  }

  @Test
  void takesDuplicatesAndWarningsForStored() throws Exception {
    var duplicate = answer(exchange -> json(exchange, 409, failure(0x0111)));
    endpoint().put(dixel(first));
    server.removeContext(duplicate);

    answer(
        exchange ->
            json(
                exchange,
                202,
                """
                {"00081199": {"vr": "SQ", "Value": [{
                  "00081155": {"vr": "UI", "Value": ["%s"]},
                  "00081196": {"vr": "US", "Value": [45056]}}]}}
                """
                    .formatted(first.sopInstance())));
    endpoint().put(dixel(first));
  }

  @Test
  void believesAStatusThatSaysThatAllIsStored() throws Exception {
    for (String text : new String[] {"", "<NativeDicomModel/>"}) {
      var context = answer(exchange -> json(exchange, 200, text));
      endpoint().put(dixel(first));
      server.removeContext(context);
    }
  }

  @Test
  void refusesAStudyWithoutInstances() {
    assertThatThrownBy(() -> endpoint().put(whole(Reference.study("1.2"))))
        .hasMessageContaining("comes without instances");
  }

  @Test
  void failsWhenTheServiceDoesNotTellWhatItStored() throws Exception {
    answer(exchange -> json(exchange, 202, ""));

    assertThatThrownBy(() -> endpoint().put(dixel(first)))
        .hasMessageContaining("does not tell what it stored");
  }

  @Test
  void readsPartsWholeOrNotAtAll() throws Exception {
    byte[] file = first.file();
    var whole = retrieval("multipart/related; type=\"application/dicom\"; boundary=b", 0);
    assertThat(bytes(got())).isEqualTo(file);
    server.removeContext(whole);

    var broken = retrieval("multipart/related; boundary=\"b\"", 10);
    assertThatThrownBy(() -> bytes(got()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends within a part");
    server.removeContext(broken);

    var nameless = retrieval("multipart/related", 0);
    assertThatThrownBy(() -> bytes(got())).hasMessageContaining("names no boundary");
    server.removeContext(nameless);
  }

  private Dixel got() throws Exception {
    return endpoint().get(reference(first), Set.of(View.FILE));
  }

  /** Answers searches with the object, and retrievals with it as a part, so many bytes short. */
  private HttpContext retrieval(String type, int missing) {
    return answer(
        exchange -> {
          if (!exchange.getRequestURI().getPath().endsWith(first.sopInstance())) {
            json(
                exchange,
                200,
                "[{\"00080018\": {\"vr\": \"UI\", \"Value\": [\"" + first.sopInstance() + "\"]}}]");
            return;
          }
          ByteArrayOutputStream body = new ByteArrayOutputStream();
          body.write("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(UTF_8));
          body.write(first.file());
          body.write("\r\n--b--".getBytes(UTF_8));
          exchange.getResponseHeaders().set("Content-Type", type);
          int length = body.size() - missing;
          exchange.sendResponseHeaders(200, length);
          exchange.getResponseBody().write(body.toByteArray(), 0, length);
          exchange.close();
        });
  }

  @Test
  void removesWhereTheServiceDoes() throws Exception {
    answer(
        exchange ->
            json(
                exchange, 200, exchange.getRequestMethod().equals("DELETE") ? "" : studies("1.2")));
    endpoint("deletes", "true").delete(Reference.study("1.2"));

    assertThat(requests).contains("DELETE /dicom-web/studies/1.2");
  }

  private Endpoint endpoint(String... more) throws Exception {
    return Services.endpoint(
        "http://localhost:" + server.getAddress().getPort() + "/dicom-web", more);
  }

  private HttpContext answer(Answer answer) {
    return server.createContext(
        "/dicom-web",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          headers.add(exchange.getRequestHeaders());
          bodies.add(exchange.getRequestBody().readAllBytes());
          answer.to(exchange);
        });
  }

  private static int offset(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    int at = query.indexOf("offset=");
    return at < 0 ? 0 : Integer.parseInt(query.substring(at + 7));
  }

  private static String studies(String... uids) {
    return Arrays.stream(uids)
        .map(uid -> "{\"0020000D\": {\"vr\": \"UI\", \"Value\": [\"" + uid + "\"]}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String failure(int code) {
    return """
        {"00081198": {"vr": "SQ", "Value": [{
          "00081155": {"vr": "UI", "Value": ["%s"]},
          "00081197": {"vr": "US", "Value": [%d]}}]}}
        """
        .formatted(first.sopInstance(), code);
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
