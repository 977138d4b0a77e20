package org.lucina.spi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The length of a multipart body is known before it is written. */
class MultipartWriterTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void knowsTheLengthOfTheBody(int parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String boundary = MultipartWriter.newBoundary();
    MultipartWriter writer = new MultipartWriter(out, boundary);
    long content = 0;
    for (int part = 0; part < parts; part++) {
      Map<String, String> fields = Map.of("Content-Type", "text/plain", "X", "y".repeat(part));
      writer.part(fields).write(new byte[10 * part]);
      content += MultipartWriter.fieldsLength(fields) + 10L * part;
    }
    writer.finish();
    assertThat(MultipartWriter.length(boundary, parts, content)).isEqualTo(out.size());
  }
}
