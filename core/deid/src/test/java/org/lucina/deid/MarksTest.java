package org.lucina.deid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** An object tells by what it was de-identified, once each. */
class MarksTest {
  @Test
  void codesAreAddedOnce() {
    DataSet data = new DataSet();
    Marks.code(data, MethodCode.PROFILE);
    Marks.code(data, MethodCode.CLEAN_PIXEL_DATA);
    Marks.code(data, MethodCode.PROFILE);

    assertThat(data.items(Tag.DeidentificationMethodCodeSequence))
        .extracting(item -> item.string(Tag.CodeValue).orElseThrow())
        .containsExactly("113100", "113101");
    assertThat(Marks.hasCode(data, MethodCode.CLEAN_PIXEL_DATA)).isTrue();
    assertThat(Marks.hasCode(data, MethodCode.CLEAN_DESCRIPTORS)).isFalse();
  }

  @Test
  void cleanedPixelsSayNothingOfTheIdentity() {
    DataSet data = new DataSet().set(Tag.BurnedInAnnotation, "YES");
    assertThat(Marks.arePixelsCleaned(data)).isFalse();

    Marks.pixelsCleaned(data);
    assertThat(Marks.arePixelsCleaned(data)).isTrue();
    assertThat(data.string(Tag.BurnedInAnnotation)).hasValue("NO");
    assertThat(data.contains(Tag.PatientIdentityRemoved)).isFalse();
  }
}
