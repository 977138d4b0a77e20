package org.lucina.dicom.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.testing.FuzzSeeds;
import org.lucina.dicom.testing.SyntheticObject;

/**
 * Any bytes are read as the DICOM JSON model, or refused; what was read is written the same, once
 * its character set is declared.
 */
class JsonFuzzTest {

  static Stream<byte[]> seeds() {
    Stream<byte[]> objects =
        FuzzSeeds.objects().map(SyntheticObject::dataSet).map(dataSet -> written(dataSet));
    return Stream.concat(objects, Models.of(FuzzSeeds.files()).map(dataSet -> written(dataSet)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void json(byte[] bytes) throws IOException {
    List<DataSet> dataSets = new ArrayList<>();
    try {
      DicomJson.readAll(new ByteArrayInputStream(bytes), Limits.SMALL, dataSets::add);
    } catch (DicomFormatException refused) {
      assertThat(isReadAlone(bytes)).isFalse();
    }
    for (DataSet dataSet : dataSets) {
      byte[] written = written(read(written(dataSet)));

      assertThat(text(written(read(written)))).isEqualTo(text(written));
    }
  }

  private static DataSet read(byte[] bytes) throws IOException {
    return DicomJson.read(new ByteArrayInputStream(bytes), Models.WIDER);
  }

  private static boolean isReadAlone(byte[] bytes) throws IOException {
    try {
      DicomJson.read(new ByteArrayInputStream(bytes), Limits.SMALL);
      return true;
    } catch (DicomFormatException refused) {
      return false;
    }
  }

  private static byte[] written(DataSet dataSet) {
    return Models.written(out -> DicomJson.write(dataSet, out, Models.URIS));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
