package org.lucina.dicom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Studies to be queried are distinct, and are what is said of them. */
class SyntheticStudiesTest {
  private final SyntheticStudies studies = new SyntheticStudies(1_795_570_740_002L);

  @Test
  void objectsHoldWhatIsSaidOfTheirStudy() {
    SyntheticStudy study = studies.study(17);
    DataSet data = studies.object(17).dataSet();

    assertThat(data.string(Tag.PatientID)).hasValue(study.patientId());
    assertThat(data.string(Tag.PatientName)).hasValue(study.patientName());
    assertThat(data.string(Tag.PatientBirthDate)).hasValue(study.dicomBirthDate());
    assertThat(data.string(Tag.StudyDate)).hasValue(study.dicomDate());
    assertThat(data.string(Tag.Modality)).hasValue(study.modality());
    assertThat(data.string(Tag.AccessionNumber)).hasValue(study.accessionNumber());
    assertThat(data.string(Tag.StudyInstanceUID)).hasValue(study.uid());
  }

  @Test
  void valuesFitTheirRepresentation() {
    SyntheticStudy study = studies.study(123_456);

    assertThat(study.accessionNumber()).hasSizeLessThanOrEqualTo(16);
    assertThat(study.patientId()).hasSizeLessThanOrEqualTo(64);
    assertThat(studies.object(123_456).file()).hasSizeLessThan(4096);
  }

  @Test
  void noTwoStudiesShareUidOrAccessionNumber() {
    List<SyntheticStudy> all = IntStream.range(0, 1000).mapToObj(studies::study).toList();

    assertThat(all.stream().map(SyntheticStudy::uid)).doesNotHaveDuplicates();
    assertThat(all.stream().map(SyntheticStudy::accessionNumber)).doesNotHaveDuplicates();
    assertThat(all.stream().map(SyntheticStudy::patientId).distinct()).hasSize(500);
  }
}
