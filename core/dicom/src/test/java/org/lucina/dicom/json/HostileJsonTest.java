package org.lucina.dicom.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.ReadLimits;

/** JSON made to exhaust stack or memory ends in an error that names the limit. */
class HostileJsonTest {

  private static void read(String json, ReadLimits limits) throws IOException {
    DicomJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), limits);
  }

  private static void assertRefused(String json, ReadLimits limits, String problem) {
    assertThatThrownBy(() -> read(json, limits))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void deepSequences() {
    String json = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[".repeat(1_000_000);

    assertRefused(json, ReadLimits.DEFAULT, "nested deeper than 64");
  }

  @Test
  void deepArraysAndObjectsOutsideTheModel() {
    assertRefused("[".repeat(1_000_000), ReadLimits.DEFAULT, "'{'");
    assertRefused("{\"00081115\":{\"x\":" + "[".repeat(1_000_000), ReadLimits.DEFAULT, "the end");
  }

  @Test
  void tooManyElements() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 11; i++) {
      json.append(String.format("%s\"0009%04X\":{\"vr\":\"LO\"}", i == 0 ? "" : ",", 0x1000 + i));
    }

    assertRefused(json + "}", new ReadLimits(64, 10, 100, 1000), "more than 10 elements");
  }

  @Test
  void longStrings() {
    String json = "{\"00091001\":{\"vr\":\"UT\",\"Value\":[\"" + "x".repeat(2_000_000);

    assertRefused(json, new ReadLimits(64, 10, 1000, 1000), "longer than");
  }

  @Test
  void longNumbers() {
    String json = "{\"00091001\":{\"vr\":\"FD\",\"Value\":[" + "1".repeat(2_000_000) + "]}}";

    assertRefused(json, ReadLimits.DEFAULT, "number longer than");
  }

  @Test
  void manyValues() {
    String json = "{\"00091001\":{\"vr\":\"LO\",\"Value\":[" + "null,".repeat(100_000) + "1]}}";

    assertRefused(json, new ReadLimits(64, 10, 1 << 20, 1 << 20), "bytes in all");
  }

  @Test
  void longInlineBinary() {
    String json = "{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"" + "AAAA".repeat(1000) + "\"}}";

    assertRefused(json, new ReadLimits(64, 10, 2999, 10_000), "longer than");
  }
}
