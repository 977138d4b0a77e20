package org.lucina.anonymizer.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** Rules do what they say. */
class RuleActionsTest extends GivenRules {
  @ParameterizedTest
  @CsvSource({
    "remove vr:PN, 00100010, ",
    "remove group:0010, 00100020, ",
    "'remove tag:0010xx10', 00100010, ",
    "'remove (0010,0010)', 00100010, ",
    "empty 00100010, 00100010, ",
    "replace PatientName A^B, 00100010, A^B",
    "replace vr:PN Nobody, 00100010, Nobody",
    "replace Rows 7, 00280010, 7",
    "shift PatientBirthDate 10, 00100030, 20100212",
    "shift PatientBirthDate -P1D, 00100030, 20100201"
  })
  void eachFormOfRuleIsUnderstood(String rule, String tag, String value) throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.PatientBirthDate, "20100202");
    int number = Integer.parseUnsignedInt(tag, 16);
    DataSet after = read(anonymizer(rule, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(number)).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void attributesOfUnknownRepresentationAreWhatTheDictionarySays() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.PatientName, VR.UN, "Doe^Jane".getBytes(US_ASCII));
    object.dataSet().set(Tag.PatientBirthDate, VR.UN, "20100202".getBytes(US_ASCII));
    DataSet after =
        read(anonymizer("remove vr:PN; shift vr:DA 1", Map.of()).anonymize(dixel(object)))
            .dataSet();

    assertThat(after.contains(Tag.PatientName)).isFalse();
    assertThat(after.get(Tag.PatientBirthDate))
        .hasValueSatisfying(birth -> assertThat(birth.vr()).isEqualTo(VR.DA));
    assertThat(after.string(Tag.PatientBirthDate)).hasValue("20100203");
  }

  @Test
  void theFirstRuleThatMatchesCounts() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(0x00310010, VR.LO, "OTHER VENDOR").set(0x00311001, VR.LO, "x");
    DataSet after =
        read(anonymizer("keep \"private:LUCINA TEST\"; remove private", Map.of())
                .anonymize(dixel(object)))
            .dataSet();

    assertThat(after.contains(0x00290010)).isTrue();
    assertThat(after.contains(0x00291002)).isTrue();
    assertThat(after.contains(0x00310010)).isFalse();
    assertThat(after.contains(0x00311001)).isFalse();
  }

  @Test
  void removesAllElseWhenAsked() throws Exception {
    Map<String, String> properties = new HashMap<>(Map.of("otherwise", "remove"));
    String rules =
        "keep SOPClassUID; keep vr:UI; keep ProcedureCodeSequence; keep Modality; keep PatientID";
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    Anonymized result = anonymizer(rules, properties).anonymize(dixel(object));
    DataSet after = read(result).dataSet();

    assertThat(after.contains(Tag.PatientName)).isFalse();
    assertThat(after.contains(Tag.PixelData)).isFalse();
    assertThat(after.string(Tag.Modality)).hasValue("OT");
    assertThat(after.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue)).isPresent();
    assertThat(result.changes())
        .extracting(Anonymized.Change::rule)
        .containsOnly("otherwise remove");
    assertThatThrownBy(
            () ->
                anonymizer("keep Modality", Map.of("otherwise", "remove")).anonymize(dixel(object)))
        .isInstanceOf(AnonymizerException.class)
        .hasMessage("no UIDs are left");
  }

  @Test
  void datesMoveTogetherWithTheirTimes() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    DataSet data = object.dataSet();
    data.set(Tag.StudyDate, "20260301").set(Tag.StudyTime, "003000.25");
    data.set(Tag.SeriesDate, "20260301").set(Tag.SeriesTime, "1200");
    data.set(Tag.AcquisitionDate, "2026").set(Tag.AcquisitionTime, "bad");
    data.set(Tag.AcquisitionDateTime, "20260301003000.5+0100");
    data.set(Tag.DateOfLastCalibration, "20260301", "20250101");
    String rules = "shift vr:DA -PT1H; shift vr:TM -PT1H; shift vr:DT -PT1H";
    DataSet after = read(anonymizer(rules, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(Tag.StudyDate)).hasValue("20260228");
    assertThat(after.string(Tag.StudyTime)).hasValue("233000.25");
    assertThat(after.string(Tag.SeriesDate)).hasValue("20260301");
    assertThat(after.string(Tag.SeriesTime)).hasValue("110000");
    assertThat(after.string(Tag.AcquisitionDate)).isEmpty();
    assertThat(after.string(Tag.AcquisitionTime)).isEmpty();
    assertThat(after.string(Tag.AcquisitionDateTime)).hasValue("20260228233000.5+0100");
    assertThat(after.strings(Tag.DateOfLastCalibration)).containsExactly("20260301", "20250101");
    assertThat(after.string(Tag.LongitudinalTemporalInformationModified)).hasValue("MODIFIED");
  }

  @Test
  void registeredUidsStayAndOthersChangeAlike() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    DataSet reference =
        new DataSet()
            .set(Tag.ReferencedSOPClassUID, UID.CTImageStorage)
            .set(Tag.ReferencedSOPInstanceUID, object.sopInstance());
    object.dataSet().set(Tag.ReferencedImageSequence, List.of(reference));
    DataSet after = read(anonymizer("uid vr:UI", mint()).anonymize(dixel(object))).dataSet();

    DataSet referenced = after.items(Tag.ReferencedImageSequence).get(0);
    assertThat(referenced.string(Tag.ReferencedSOPClassUID)).hasValue(UID.CTImageStorage);
    assertThat(referenced.string(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(after.string(Tag.SOPInstanceUID));
    assertThat(Uids.isValid(after.string(Tag.StudyInstanceUID).orElseThrow())).isTrue();
  }

  @Test
  void asksTheMintForWhatStandsWhere() throws Exception {
    List<UidPlace> places = new ArrayList<>();
    server.with(
        "spy",
        new SpyMint() {
          @Override
          public String uid(String original, UidPlace place) {
            places.add(place);
            return "1.2.3." + places.size();
          }
        });
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    anonymizer("uid SeriesInstanceUID\nuid FrameOfReferenceUID", Map.of("mint", "spy"))
        .anonymize(dixel(object));

    assertThat(places)
        .extracting(UidPlace::level)
        .containsExactly(Optional.of(DicomLevel.SERIES), Optional.empty());
    assertThat(places.get(0).studyUid()).hasValue(object.study());
    assertThat(places.get(0).patientId()).isEqualTo(object.dataSet().string(Tag.PatientID));
  }

  /** A mint of which a test needs one method. */
  private abstract static class SpyMint implements Mint {
    @Override
    public Set<Product> products() {
      return EnumSet.of(Product.UID);
    }

    @Override
    public Identity identity(Subject subject) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
