package org.lucina.dicom.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.testing.FuzzSeeds;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.xml.NativeXml;

/**
 * Any bytes are read as the Native DICOM Model, or refused; what was read is written the same, once
 * it is free of the control characters that XML cannot hold.
 */
class XmlFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.concat(
            FuzzSeeds.objects().map(SyntheticObject::dataSet), Models.of(FuzzSeeds.files()))
        .map(XmlFuzzTest::written);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void xml(byte[] bytes) throws IOException {
    DataSet dataSet;
    try {
      dataSet = NativeXml.read(new ByteArrayInputStream(bytes), Limits.SMALL);
    } catch (DicomFormatException refused) {
      return;
    }
    byte[] written = written(read(written(dataSet)));

    assertThat(text(written(read(written)))).isEqualTo(text(written));
  }

  private static DataSet read(byte[] bytes) throws IOException {
    return NativeXml.read(new ByteArrayInputStream(bytes), Models.WIDER);
  }

  private static byte[] written(DataSet dataSet) {
    return Models.written(out -> NativeXml.write(dataSet, out, Models.URIS));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
