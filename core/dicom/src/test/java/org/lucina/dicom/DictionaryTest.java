package org.lucina.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dictionary knows what PS3.6 and PS3.7 list, and what plugins add. */
class DictionaryTest {

  @Test
  void knowsDataAndCommandElements() {
    assertThat(Dictionary.find(Tag.PatientName))
        .contains(
            new Dictionary.Entry(0x00100010, "PatientName", VR.PN, "1", "Patient's Name", false));
    assertThat(Dictionary.find(Tag.AffectedSOPClassUID).orElseThrow().vr()).isEqualTo(VR.UI);
    assertThat(Dictionary.find("StudyInstanceUID").orElseThrow().tag())
        .isEqualTo(Tag.StudyInstanceUID);
    assertThat(Dictionary.find(0x00100011)).isEmpty();
  }

  @Test
  void knowsRepeatingGroups() {
    assertThat(Dictionary.find(0x60020010).orElseThrow().keyword()).isEqualTo("OverlayRows");
    assertThat(Dictionary.find(0x60020010).orElseThrow().tag()).isEqualTo(0x60020010);
    assertThat(Dictionary.vrOf(0x50103000)).isEqualTo(VR.OW);
    assertThat(Dictionary.vrOf(0x002031AB)).isEqualTo(VR.CS);
    assertThat(Dictionary.vrOf(0x60010010)).isEqualTo(VR.LO);
  }

  @Test
  void namesTheVrWhereAHeaderDoesNot() {
    assertThat(Dictionary.vrOf(0x00080000)).isEqualTo(VR.UL);
    assertThat(Dictionary.vrOf(0x00090010)).isEqualTo(VR.LO);
    assertThat(Dictionary.vrOf(0x00091001)).isEqualTo(VR.UN);
    assertThat(Dictionary.vrOf(Tag.PixelData)).isEqualTo(VR.OW);
    assertThat(Dictionary.vrOf(Tag.SmallestImagePixelValue, false)).isEqualTo(VR.US);
    assertThat(Dictionary.vrOf(Tag.SmallestImagePixelValue, true)).isEqualTo(VR.SS);
    assertThat(Dictionary.vrOf(Tag.Rows, true)).isEqualTo(VR.US);
  }

  @Test
  void understandsTagsAsUsersTypeThem() {
    assertThat(Dictionary.parseTag("PatientID")).contains(Tag.PatientID);
    assertThat(Dictionary.parseTag("00100020")).contains(Tag.PatientID);
    assertThat(Dictionary.parseTag("0010,0020")).contains(Tag.PatientID);
    assertThat(Dictionary.parseTag(" (7fe0,0010) ")).contains(Tag.PixelData);
    assertThat(Dictionary.parseTag("FFFEE000")).contains(0xFFFEE000);
    assertThat(Dictionary.parseTag("0010")).isEmpty();
    assertThat(Dictionary.parseTag("NoSuchKeyword")).isEmpty();
  }

  @Test
  void takesPrivateDictionariesInAndOut() {
    Dictionary.Entry entry =
        new Dictionary.Entry(0x00290001, "", VR.FD, "1", "Dose of Light", false);
    PrivateDictionary plugin =
        (creator, tag) ->
            creator.equals("LUCINA") && (tag & 0xFFFF00FF) == 0x00290001
                ? Optional.of(entry)
                : Optional.empty();
    Dictionary.add(plugin);
    try {
      assertThat(Dictionary.find("LUCINA", 0x00291101)).contains(entry);
      assertThat(Dictionary.find("OTHER", 0x00291101)).isEmpty();
    } finally {
      Dictionary.remove(plugin);
    }
    assertThat(Dictionary.find("LUCINA", 0x00291101)).isEmpty();
  }
}
