package org.lucina.spi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

  @Test
  void aRowOfCellsWithoutNumberIsRefused() throws Exception {
    assertThat(reader(",".repeat(16_383) + "x\n").next().orElseThrow().cells()).hasSize(16_384);
    CsvReader hostile = reader(",".repeat(1 << 20));
    assertThatThrownBy(hostile::next)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 16384 cells");
  }

  private static CsvReader reader(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new CsvReader(new ByteArrayInputStream(bytes), CsvFormat.GUARDED, 0, bytes.length);
  }
}
