package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.http.MultipartPart;
import org.lucina.spi.http.MultipartReader;

/**
 * Any bytes are read as a multipart body, or refused, and the parts are the same however the bytes
 * arrive; what was read is written and read the same.
 */
class MultipartFuzzTest {
  private static final String BOUNDARY = "b";

  static Stream<byte[]> seeds() {
    return Stream.of(
            "--b\r\nContent-Type: application/dicom\r\n\r\nabc\r\n--b\r\n\r\n\r\n--b--",
            "preamble\r\n--b \r\nA: b\r\n c\r\n\r\n--bc\r\n--b\r\n--b--\r\nepilogue",
            "--b--",
            "--b\r\n\r\n\r\n--b--")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void multipart(byte[] bytes) throws IOException {
    Optional<List<String>> atOnce = parts(new ByteArrayInputStream(bytes));

    assertThat(parts(new Trickle(bytes))).isEqualTo(atOnce);
    if (atOnce.isPresent()) {
      assertThat(parts(new ByteArrayInputStream(written(bytes)))).isEqualTo(atOnce);
    }
  }

  /** Each part as text, empty when the body is refused. */
  private static Optional<List<String>> parts(InputStream body) throws IOException {
    List<String> parts = new ArrayList<>();
    try {
      MultipartReader reader = new MultipartReader(body, BOUNDARY);
      for (Optional<MultipartPart> part = reader.next(); part.isPresent(); part = reader.next()) {
        part.get().contentType();
        String content = HexFormat.of().formatHex(part.get().body().readAllBytes());
        parts.add(new TreeMap<>(part.get().headers()) + " " + content);
      }
      return Optional.of(parts);
    } catch (MalformedMultipartException refused) {
      return Optional.empty();
    }
  }

  private static byte[] written(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MultipartReader reader = new MultipartReader(new ByteArrayInputStream(bytes), BOUNDARY);
    for (Optional<MultipartPart> part = reader.next(); part.isPresent(); part = reader.next()) {
      out.writeBytes("\r\n--b\r\n".getBytes(StandardCharsets.US_ASCII));
      for (Map.Entry<String, String> field : part.get().headers().entrySet()) {
        out.writeBytes(
            (field.getKey() + ":" + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      part.get().body().transferTo(out);
    }
    out.writeBytes("\r\n--b--".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /** Gives one or two bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1 + pos % 2));
    }
  }
}
