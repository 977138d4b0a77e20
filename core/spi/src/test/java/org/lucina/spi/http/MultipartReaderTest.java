package org.lucina.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

  @Test
  void givesPartsWithTheirHeadersAndContent() throws IOException {
    List<String> parts =
        read("--b\r\nContent-Type: a/b\r\nX: 1\r\n\r\nfirst\r\n--b\r\n\r\nsecond\r\n--b--", "b");
    assertThat(parts).containsExactly("first", "second");
  }

  @Test
  void readsHeaderNamesWithoutCaseAndUnfoldsThem() throws IOException {
    MultipartReader reader =
        open("--b\r\nCONTENT-type: a/b;\r\n  c=d\r\nContent-Location: x\r\n\r\n\r\n--b--", "b");
    MultipartPart part = reader.next().orElseThrow();
    assertThat(part.contentType().orElseThrow().parameter("c")).contains("d");
    assertThat(part.header("content-location")).contains("x");
  }

  @Test
  void skipsPreambleAndEpilogue() throws IOException {
    assertThat(read("hello\r\n--b\r\n\r\nx\r\n--b--\r\nbye", "b")).containsExactly("x");
    assertThat(read("\r\n--b\r\n\r\nx\r\n--b--\r\nbye", "b")).containsExactly("x");
  }

  @Test
  void givesEmptyParts() throws IOException {
    assertThat(read("--b\r\n\r\n\r\n--b\r\nA: b\r\n\r\n--b--", "b")).containsExactly("", "");
  }

  @Test
  void toleratesWhiteSpaceAfterTheBoundary() throws IOException {
    assertThat(read("--b  \t\r\n\r\nx\r\n--b \r\n\r\ny\r\n--b--", "b")).containsExactly("x", "y");
  }

  @Test
  void takesLongerDelimitersForContent() throws IOException {
    assertThat(read("--b\r\n\r\nx\r\n--bb\r\n--b-\r\n--b--", "b"))
        .containsExactly("x\r\n--bb\r\n--b-");
  }

  @Test
  void skipsWhatIsNotReadOfAPart() throws IOException {
    MultipartReader reader = open("--b\r\n\r\n0123456789\r\n--b\r\n\r\ny\r\n--b--", "b");
    InputStream first = reader.next().orElseThrow().body();
    assertThat(first.read()).isEqualTo('0');
    InputStream second = reader.next().orElseThrow().body();
    assertThat(first.read()).isEqualTo(-1);
    assertThat(second.readAllBytes()).containsExactly('y');
    assertThat(reader.next()).isEmpty();
    assertThat(reader.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b\r\n",
        "--b\r\nA: b",
        "--b\r\n\r\n",
        "--b\r\n\r\nx",
        "--b\r\n\r\nx\r\n--b",
        "--b\r\n\r\nx\r\n--b-",
        "--c\r\n\r\nx\r\n--c--",
        "--b\r\nno colon\r\n\r\nx\r\n--b--"
      })
  void refusesBodiesThatBreakOff(String body) {
    assertThatThrownBy(() -> read(body, "b")).isInstanceOf(MalformedMultipartException.class);
  }

  @Test
  void refusesEndlessHeaders() {
    String header = "X: " + "y".repeat(20_000) + "\r\n";
    assertThatThrownBy(() -> read("--b\r\n" + header + "\r\nx\r\n--b--", "b"))
        .isInstanceOf(MalformedMultipartException.class);
    String many = "X: y\r\n".repeat(10_000);
    assertThatThrownBy(() -> read("--b\r\n" + many + "\r\nx\r\n--b--", "b"))
        .isInstanceOf(MalformedMultipartException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 131_072})
  void findsBoundariesHoweverTheBytesArrive(int chunk) throws IOException {
    Random random = new Random(chunk);
    List<byte[]> contents = new ArrayList<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String boundary = "boundary";
    int parts = chunk == 1 ? 5 : 40;
    MultipartWriter writer = new MultipartWriter(body, boundary);
    for (int i = 0; i < parts; i++) {
      byte[] content = new byte[random.nextInt(50_000)];
      for (int j = 0; j < content.length; j++) {
        // few letters, so that beginnings of the delimiter are frequent
        content[j] = (byte) "\r\n-bo".charAt(random.nextInt(5));
      }
      contents.add(content);
      writer.part(Map.of("Content-Type", "x/y")).write(content);
    }
    writer.finish();
    MultipartReader reader = new MultipartReader(new Trickle(body.toByteArray(), chunk), boundary);
    for (byte[] content : contents) {
      assertThat(reader.next().orElseThrow().body().readAllBytes()).isEqualTo(content);
    }
    assertThat(reader.next()).isEmpty();
  }

  private static MultipartReader open(String body, String boundary) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return new MultipartReader(new ByteArrayInputStream(bytes), boundary);
  }

  private static List<String> read(String body, String boundary) throws IOException {
    MultipartReader reader = open(body, boundary);
    List<String> parts = new ArrayList<>();
    for (Optional<MultipartPart> part = reader.next(); part.isPresent(); part = reader.next()) {
      parts.add(new String(part.get().body().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
    return parts;
  }

  /** Gives a few bytes at a time, as sockets do. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int chunk;

    private Trickle(byte[] bytes, int chunk) {
      super(bytes);
      this.chunk = chunk;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, chunk));
    }
  }
}
