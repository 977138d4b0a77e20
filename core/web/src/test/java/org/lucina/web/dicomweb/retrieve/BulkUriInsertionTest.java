package org.lucina.web.dicomweb.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkUriInsertionTest {
  private static final String JSON =
      "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"bulkdata/7FE00010\"},"
          + "\"00100010\":{\"vr\":\"LO\",\"Value\":[\"\\\"BulkDataURI\\\":\\\"x\",\"\"\"]},"
          + "\"\"BulkDataURI\":\"bulkdata/54000100/1/54001010\"}";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 17, 1000})
  void makesEveryUriAbsoluteAndNothingElse(int chunk) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BulkUriInsertion(bytes, "http://h/i/")) {
      for (int at = 0; at < json.length; at += chunk) {
        out.write(json, at, Math.min(chunk, json.length - at));
      }
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(JSON.replace("\"bulkdata/", "\"http://h/i/bulkdata/"));
  }
}
