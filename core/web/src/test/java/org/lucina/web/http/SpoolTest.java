package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8192, 8193, 1 << 20, (1 << 20) + 1, 3_000_000})
  void givesBackWhatWasWritten(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    try (Spool spool = new Spool()) {
      for (int at = 0; at < length; at += 5000) {
        spool.write(bytes, at, Math.min(5000, length - at));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      spool.copyTo(out);
      assertThat(Arrays.equals(out.toByteArray(), bytes)).isTrue();
      assertThat(spool.length()).isEqualTo(length);
    }
  }
}
