package org.lucina.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts parts however the body is cut into chunks. */
class MultipartPartsTest {
  private static final String BODY =
      "preamble --not\r\n--edge\r\nContent-Type: a/b\r\n\r\n-- -edge --edg\r\n"
          + "--edge\r\n\r\n--ed\r\n--edge\r\n\r\n\r\n--edge--\r\n--edge epilogue\r\n";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 11, 64, 1000})
  void countsPartsAcrossChunks(int chunk) {
    MultipartParts parts = new MultipartParts("edge");

    feed(parts, BODY, chunk);

    assertThat(parts.end()).isEqualTo(new Tally(3, BODY.length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 1000})
  void refusesABodyWithoutItsEnd(int chunk) {
    MultipartParts parts = new MultipartParts("edge");

    feed(parts, BODY.substring(0, BODY.indexOf("--edge--")), chunk);

    assertThatThrownBy(parts::end).isInstanceOf(WrongAnswerException.class);
  }

  private static void feed(MultipartParts parts, String body, int chunk) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length; i += chunk) {
      int length = Math.min(chunk, bytes.length - i);
      parts.accept(Arrays.copyOfRange(bytes, i, i + length), length);
    }
  }
}
