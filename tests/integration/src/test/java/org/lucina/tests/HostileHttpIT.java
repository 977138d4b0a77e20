package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** HTTP requests that mean no good: each is refused, and the server outlives them. */
@OnServer
@EnabledIfSystemProperty(named = "lucina.tests.database", matches = "h2")
class HostileHttpIT {
  @RegisterExtension static final Vitals VITALS = new Vitals();

  private static final String STUDIES = "/dicom-web/studies";
  private static final String JSON =
      "multipart/related; type=\"application/dicom+json\"; boundary=part";
  private static final String DICOM =
      "multipart/related; type=\"application/dicom\"; boundary=part";

  private final Http http = new Http();

  @Test
  void metadataWithoutEnd() throws Exception {
    byte[] head =
        ("\r\n--part\r\nContent-Type: application/dicom+json\r\n\r\n"
                + "[{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(endless(JSON, head, (byte) 'a')).contains("HTTP/1.1 4");
  }

  @Test
  void aFileWithoutEnd() throws Exception {
    assertThat(endless("application/dicom", "DICM".getBytes(StandardCharsets.US_ASCII), (byte) 7))
        .contains("HTTP/1.1 4");
  }

  @Test
  void aHeaderOfAPartWithoutEnd() throws Exception {
    byte[] head = "\r\n--part\r\nA: ".getBytes(StandardCharsets.US_ASCII);
    assertThat(endless(DICOM, head, (byte) 'a')).contains("HTTP/1.1 400");
  }

  @Test
  void boundariesThatAreBroken() throws Exception {
    for (String body : new String[] {"", "--other--", "--part", "\r\n--part\r\n\r\nabc\r\n--par"}) {
      assertThat(post(DICOM, body)).as(body).isEqualTo(400);
    }
    assertThat(post("multipart/related; type=\"application/dicom\"", "--part--")).isEqualTo(400);
  }

  @Test
  void jsonOfGreatDepth() throws Exception {
    String deep = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);
    assertThat(postMetadata(deep)).isEqualTo(400);
    assertThat(postMetadata("[".repeat(1_000_000))).isEqualTo(400);
    assertThat(postMetadata("{\"00081115\":{\"x\":" + "[".repeat(1_000_000))).isEqualTo(400);
  }

  @Test
  void headersOfGreatLengthAndNumber() throws Exception {
    assertThat(raw("X: " + "a".repeat(200_000) + "\r\n")).doesNotContain("HTTP/1.1 2");
    assertThat(raw("X: a\r\n".repeat(5_000))).doesNotContain("HTTP/1.1 2");
  }

  @Test
  void pathsThatClimb() throws Exception {
    for (String path :
        new String[] {
          STUDIES + "/..%2f..%2fetc%2fpasswd",
          STUDIES + "/%2e%2e/%2e%2e/WEB-INF/web.xml",
          STUDIES + "/1.2/series/..%5c..%5cx/instances/1",
          STUDIES + "/1.2/series/1.3/instances/1.4/bulkdata/..%2f..%2f..%2fetc%2fpasswd",
          "/WEB-INF/web.xml",
          "/META-INF/MANIFEST.MF",
          "/%2e%2e/%2e%2e/standalone/configuration/lucina.xml",
          "/wado?requestType=WADO&studyUID=..%2f..&seriesUID=1&objectUID=1",
        }) {
      assertThat(http.get(path, "*/*").statusCode()).as(path).isIn(400, 403, 404);
    }
  }

  @Test
  void uidsThatClimb() throws Exception {
    for (int tag : new int[] {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
      SyntheticObject object = new SyntheticObjects(979).small(1, 1, 1, 1);
      byte[] good = object.file();
      object.dataSet().set(tag, VR.UI, "../../../../evil");
      byte[] evil = object.file();
      assertThat(evil).isNotEqualTo(good);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      DicomWeb.part(body, "Content-Type: application/dicom", evil);
      DicomWeb.end(body);
      assertThat(new DicomWeb(http).post("/studies", DICOM, body).statusCode()).isIn(400, 409);
    }
  }

  @Test
  void aDeflatedBomb() throws Exception {
    SyntheticObject object =
        new SyntheticObjects(980)
            .in(TransferSyntax.DEFLATED_LE, new SyntheticObjects(980).small(1, 1, 1, 1));
    for (int i = 0; i < 12; i++) {
      object.dataSet().set(0x00091010 + i, VR.UT, "x".repeat(16 << 20));
    }
    assertThat(new DicomWeb(http).store(object).statusCode()).isIn(200, 202, 409);
  }

  @Test
  void wrongCredentials() throws Exception {
    assertThat(http.as("admin", "wrong").get(STUDIES, "*/*").statusCode()).isEqualTo(401);
    assertThat(http.as("", "").get(STUDIES, "*/*").statusCode()).isEqualTo(401);
    assertThat(http.as("../admin", "x").get(STUDIES, "*/*").statusCode()).isEqualTo(401);
    for (String header :
        new String[] {"Basic", "Basic !!!", "Bearer x", "Basic " + "A".repeat(99)}) {
      var request = http.withoutUser(STUDIES).header("Authorization", header);
      assertRefused(http.send(request), header);
      assertThat(http.send(http.withoutUser("/ohif/").header("Authorization", header)).statusCode())
          .as(header)
          .isIn(401, 404);
    }
    for (int length : new int[] {157, 10_000}) {
      assertRefused(http.as("a".repeat(length), "x").get(STUDIES, "*/*"), "a long name");
    }
  }

  private static void assertRefused(HttpResponse<String> response, String why) {
    assertThat(response.statusCode()).as(why).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void requestsThatDribbleAreCutOffWhileOthersAreServed() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        slow.add(connect());
        send(slow.get(i), "GET /dicom-web/studies HTTP/1.1\r\nHost: ");
      }
      assertThat(http.get(STUDIES + "?limit=1", "*/*").statusCode()).isIn(200, 204);
      await()
          .atMost(Duration.ofSeconds(45))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> slow.stream().filter(HostileHttpIT::isOpenForOneByteMore).count() == 0);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static boolean isOpenForOneByteMore(Socket socket) {
    try {
      send(socket, "x");
      return socket.getInputStream().available() == 0;
    } catch (IOException cut) {
      return false;
    }
  }

  private int postMetadata(String json) throws Exception {
    return post(JSON, "\r\n--part\r\nContent-Type: application/dicom+json\r\n\r\n" + json);
  }

  private int post(String type, String body) throws Exception {
    return http.send(
            http.withUser(STUDIES).header("Content-Type", type).POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  /** A GET with more header fields; answers the response as it came. */
  private static String raw(String fields) throws IOException {
    try (Socket socket = connect()) {
      send(
          socket,
          "GET /dicom-web/studies HTTP/1.1\r\nHost: x\r\n" + credentials() + fields + "\r\n");
      return answer(socket);
    } catch (java.net.SocketException cut) {
      return "cut off";
    }
  }

  /** Posts a body that would never end; answers what the server says before it hangs up. */
  private static String endless(String type, byte[] head, byte filler) throws IOException {
    byte[] chunk = new byte[64 << 10];
    Arrays.fill(chunk, filler);
    try (Socket socket = connect()) {
      send(
          socket,
          "POST /dicom-web/studies HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
              + ("Content-Type: " + type + "\r\nConnection: close\r\n")
              + (credentials() + "\r\n"));
      OutputStream out = socket.getOutputStream();
      sendChunk(out, head);
      try {
        for (int i = 0; i < 4096 && socket.getInputStream().available() == 0; i++) {
          sendChunk(out, chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (java.net.SocketException hungUp) {
        assertThat(hungUp).hasMessageMatching("(?i).*(reset|broken pipe|closed).*");
      }
      return answer(socket);
    }
  }

  private static void sendChunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    byte[] start = socket.getInputStream().readNBytes(64);
    return new String(start, StandardCharsets.ISO_8859_1);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), Ports.ofServer().http());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static String credentials() {
    String user = "admin:" + System.getenv("LUCINA_ADMIN_PASSWORD");
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes) + "\r\n";
  }
}
