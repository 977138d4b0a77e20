package org.lucina.spi.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

class PartsTest {
  private final Dixel series = Dixel.of(Reference.series("1", "1.1")).build();

  @Test
  void givesItselfOrItsChildren() throws Exception {
    Dixel study = Dixel.of(Reference.study("1")).children(() -> Stream.of(series)).build();

    List<Dixel> given = new ArrayList<>();
    Parts.each(study, DicomLevel.STUDY, given::add);
    Parts.each(study, DicomLevel.SERIES, given::add);
    assertThat(given).containsExactly(study, series);
  }

  @Test
  void refusesWhatHasNoSuchParts() {
    assertThatThrownBy(() -> Parts.each(series, DicomLevel.STUDY, part -> {}))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("level study is kept here");
    assertThatThrownBy(() -> Parts.each(series, DicomLevel.INSTANCE, part -> {}))
        .hasMessageContaining("without its parts");
  }

  @Test
  void attributesAreReadFromTheFileWhenThereAreNoOthers() throws Exception {
    DataSet object =
        new DataSet()
            .set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
            .set(Tag.SOPInstanceUID, "1.1.1")
            .set(Tag.PixelData, VR.OW, new byte[2]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(
          DicomWriter.fileMeta(
              UID.SecondaryCaptureImageStorage, "1.1.1", UID.ExplicitVRLittleEndian),
          object);
    }
    Reference instance = Reference.instance("1", "1.1", "1.1.1");
    Content file =
        Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(out.toByteArray()));

    DataSet tags = Parts.tags(Dixel.of(instance).file(file).build());
    assertThat(tags.string(Tag.SOPInstanceUID)).contains("1.1.1");
    assertThat(tags.contains(Tag.PixelData)).isFalse();
  }
}
