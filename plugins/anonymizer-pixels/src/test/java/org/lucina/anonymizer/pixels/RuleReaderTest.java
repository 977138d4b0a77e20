package org.lucina.anonymizer.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.image.Region;

/** A rule says what it is about and what is to be done. */
class RuleReaderTest {
  private static final DataSet CT =
      new DataSet()
          .set(Tag.SOPClassUID, UID.CTImageStorage)
          .set(Tag.Modality, "CT")
          .set(Tag.ImageType, "DERIVED", "SECONDARY", "SCREEN SAVE")
          .set(Tag.Manufacturer, "GE MEDICAL SYSTEMS")
          .set(Tag.SoftwareVersions, "07MW18.4", "1.2")
          .set(Tag.StationName, "CT12")
          .setEmpty(Tag.ManufacturerModelName, VR.LO)
          .set(Tag.Rows, VR.US, 512)
          .set(
              Tag.SequenceOfUltrasoundRegions,
              List.of(new DataSet().set(Tag.RegionDataType, VR.US, 1)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Modality is CT | true",
        "Modality is ct | true",
        "Modality is C | false",
        "Modality not is MR | true",
        "(0008,0060) is CT | true",
        "00080060 is CT | true",
        "SOPClassUID is CTImageStorage | true",
        "SOPClassUID is 1.2.840.10008.5.1.4.1.1.2 | true",
        "SOPClassUID is MRImageStorage | false",
        "ImageType has SECONDARY | true",
        "ImageType has SECOND | false",
        "ImageType not has PRIMARY | true",
        "ImageType contains second | true",
        "Manufacturer contains \"ge medical\" | true",
        "StationName matches CT[0-9]+ | true",
        "StationName matches [0-9]+ | false",
        "SoftwareVersions contains 07MW | true",
        "Rows is 512 | true",
        "Rows above 511 | true",
        "Rows above 512 | false",
        "Rows below 513.5 | true",
        "Columns above 0 | false",
        "Columns absent | true",
        "ManufacturerModelName absent | true",
        "ManufacturerModelName present | false",
        "Modality present | true",
        "SequenceOfUltrasoundRegions present | true",
        "SequenceOfUltrasoundRegions.RegionDataType is 1 | true",
        "Modality is CT and Rows is 512 | true",
        "Modality is CT and Rows is 513 | false"
      })
  void conditionsHoldOrDoNot(String condition, boolean holds) {
    PixelRule rule = RuleReader.read("review if " + condition, "\n").get(0);
    assertThat(rule.condition().holds(CT)).isEqualTo(holds);
  }

  @Test
  void actionsAreRegionsUltrasoundCleanAndReview() {
    List<PixelRule> rules =
        RuleReader.read(
            """
            # burned in by the console
            regions 0,0,512,20 10,20,30,40 if Modality is CT

            ultrasound-outside if Modality is US
            clean
            review
            """,
            "[\\r\\n]+");
    assertThat(rules)
        .extracting(PixelRule::action)
        .containsExactly(
            new Action.Regions(List.of(new Region(0, 0, 512, 20), new Region(10, 20, 30, 40))),
            new Action.UltrasoundOutside(),
            new Action.Clean(),
            new Action.Review());
    assertThat(rules.get(0).text()).isEqualTo("regions 0,0,512,20 10,20,30,40 if Modality is CT");
    assertThat(rules.get(2).condition().holds(new DataSet())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "erase 1,2,3,4 | the action must be",
        "regions | needs some x,y,width,height",
        "regions 1,2,3 | is no region",
        "regions 1,2,0,4 | is no region",
        "regions 1,2,3,4 Modality is CT | 'Modality' is no region",
        "clean when Modality is CT | 'when' where 'if' is expected",
        "clean if | ends where an attribute",
        "clean if Modaltiy is CT | is no attribute of DICOM",
        "clean if Modality like CT | is none of is, has",
        "clean if Modality is | ends where a value",
        "clean if Rows above many | is no number",
        "clean if Modality matches [ | no regular expression",
        "clean if Modality is CT or Rows is 1 | 'or' where 'and' is expected",
        "clean if Modality is \"CT | left open"
      })
  void refusesWhatMakesNoSense(String rule, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleReader.read(rule, "\n"))
        .withMessageContaining("rule '" + rule + "'")
        .withMessageContaining(problem);
  }
}
