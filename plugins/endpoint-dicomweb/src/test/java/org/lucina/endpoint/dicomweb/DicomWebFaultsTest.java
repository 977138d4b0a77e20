package org.lucina.endpoint.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dicomweb.Services.bytes;
import static org.lucina.endpoint.dicomweb.Services.dixel;
import static org.lucina.endpoint.dicomweb.Services.reference;
import static org.lucina.endpoint.dicomweb.Services.whole;

import com.sun.net.httpserver.HttpContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Services that fail to store or to retrieve, or tell of it otherwise than they should. */
class DicomWebFaultsTest extends ServiceFixture {
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

  private String failure(int code) {
    return """
        {"00081198": {"vr": "SQ", "Value": [{
          "00081155": {"vr": "UI", "Value": ["%s"]},
          "00081197": {"vr": "US", "Value": [%d]}}]}}
        """
        .formatted(first.sopInstance(), code);
  }
}
