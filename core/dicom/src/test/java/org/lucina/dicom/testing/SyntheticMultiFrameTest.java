package org.lucina.dicom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;

/** A multi-frame object that is written as it is made. */
class SyntheticMultiFrameTest {
  @TempDir private Path folder;

  @Test
  void theFileHoldsTheFrames() throws Exception {
    SyntheticMultiFrame object = new SyntheticMultiFrame(7, 3);

    DataSet data;
    try (DicomReader reader =
        DicomReader.of(object.writeTo(folder), DicomReader.Options.IN_MEMORY)) {
      data = reader.readDataSet();
    }

    assertThat(data.string(Tag.SOPInstanceUID)).hasValue(object.sopInstance());
    assertThat(data.integer(Tag.NumberOfFrames)).hasValue(3);
    byte[] pixels = data.bytes(Tag.PixelData).orElseThrow().toArray();
    assertThat(pixels).hasSize(3 * SyntheticMultiFrame.FRAME_LENGTH);
    for (int frame = 1; frame <= 3; frame++) {
      int end = frame * SyntheticMultiFrame.FRAME_LENGTH;
      assertThat(Arrays.copyOfRange(pixels, end - SyntheticMultiFrame.FRAME_LENGTH, end))
          .isEqualTo(object.frame(frame));
    }
  }
}
