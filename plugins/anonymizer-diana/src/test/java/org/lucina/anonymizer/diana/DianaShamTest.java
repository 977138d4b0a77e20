package org.lucina.anonymizer.diana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.testing.LocalContext;

/** Instances become the shams that DIANA made of them. */
class DianaShamTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(5);

  @Test
  void makesTheShamThatDianaMade() throws Exception {
    SyntheticObject object = given();
    DataSet after = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));

    assertThat(after.string(Tag.PatientName)).hasValue("NADERMAN^TRACY^E");
    assertThat(after.string(Tag.PatientID)).hasValue("NTE3OTYH32XNES3LPNKR2U6CVOCZXDIL");
    assertThat(after.string(Tag.PatientBirthDate)).hasValue("19991009");
    assertThat(after.string(Tag.AccessionNumber)).hasValue("25d55ad283aa400af464c76d713c07ad");
    assertThat(after.string(Tag.StudyInstanceUID))
        .hasValue("1.2.826.0.1.3680043.10.43.62.716180617702.336145899646");
    assertThat(after.string(Tag.SeriesInstanceUID).orElseThrow())
        .startsWith("1.2.826.0.1.3680043.10.43.62.716180617702.336145899646.");
    assertThat(after.string(Tag.SOPInstanceUID).orElseThrow())
        .startsWith(after.string(Tag.SeriesInstanceUID).orElseThrow() + ".");
    assertThat(after.string(Tag.StudyDate)).hasValue("20171010");
    assertThat(after.string(Tag.StudyTime)).hasValue("121503");
    assertThat(after.string(Tag.SeriesDate)).hasValue("20171010");
    assertThat(after.string(Tag.SeriesTime)).hasValue("121603");
    assertThat(after.string(Tag.InstanceCreationTime)).as("that of the series").hasValue("121603");
    assertThat(after.string(Tag.PatientSex)).isEqualTo(object.dataSet().string(Tag.PatientSex));
    assertThat(after.string(Tag.StudyDescription)).hasValue("Kept");
  }

  @Test
  void tellsTheMapThatDianaGaveOrthanc() throws Exception {
    Anonymized made = GivenShams.open().anonymize(GivenShams.dixel(given()));
    JsonObject study = map(made, "study");

    assertThat(texts(study.getJsonObject("Replace")))
        .isEqualTo(
            Map.of(
                "PatientName", "NADERMAN^TRACY^E",
                "PatientID", "NTE3OTYH32XNES3LPNKR2U6CVOCZXDIL",
                "PatientBirthDate", "19991009",
                "AccessionNumber", "25d55ad283aa400af464c76d713c07ad",
                "StudyInstanceUID", "1.2.826.0.1.3680043.10.43.62.716180617702.336145899646",
                "StudyDate", "20171010",
                "StudyTime", "121503"));
    assertThat(study.getJsonArray("Keep").getValuesAs(JsonString::getString))
        .containsExactly("PatientSex", "StudyDescription");
    assertThat(study.getBoolean("Force")).isTrue();
    assertThat(map(made, "instance").getJsonObject("Replace").keySet())
        .contains("SOPInstanceUID", "SeriesTime", "InstanceCreationDate");
    assertThat(map(made, "series").getJsonArray("Keep").getValuesAs(JsonString::getString))
        .contains("SeriesDescription", "SeriesNumber");
    assertThat(made.marked().metadata()).containsEntry(Anonymized.MARK, "true");
  }

  @Test
  void makesThePersonsOfAllVectors() throws Exception {
    List<JsonObject> vectors =
        Golden.orSkip("guid-mint.json").stream()
            .filter(vector -> vector.getJsonObject("input").containsKey("dob"))
            .toList();
    assertThat(vectors).hasSizeGreaterThan(10);
    for (JsonObject vector : vectors) {
      JsonObject input = vector.getJsonObject("input");
      SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
      DataSet data = object.dataSet();
      data.set(Tag.SpecificCharacterSet, "ISO_IR 192");
      data.set(Tag.PatientName, input.getString("name"));
      data.set(Tag.PatientBirthDate, input.getString("dob").replace("-", ""));
      data.remove(Tag.PatientSex);
      if (!input.isNull("gender")) {
        data.set(Tag.PatientSex, input.getString("gender"));
      }
      DataSet after = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));

      assertThat(after.string(Tag.PatientID)).as("%s", input).hasValue(vector.getString("id"));
      assertThat(after.string(Tag.PatientBirthDate))
          .hasValue(vector.getString("birth_date").replace("-", ""));
    }
  }

  @Test
  void aSaltMakesAnotherSham() throws Exception {
    DataSet salted =
        GivenShams.read(GivenShams.open("salt", "FOO").anonymize(GivenShams.dixel(given())));
    SyntheticObject written = given();
    written.dataSet().set(Tag.PatientName, "FOOABC^BAR^Z+FOO");
    written.dataSet().set(Tag.AccessionNumber, VR.SH, "12345678+FOO");
    DataSet same = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(written)));

    assertThat(salted.string(Tag.PatientID)).isEqualTo(same.string(Tag.PatientID));
    assertThat(salted.string(Tag.AccessionNumber)).isEqualTo(same.string(Tag.AccessionNumber));
    assertThat(salted.string(Tag.PatientName).orElseThrow()).isNotEqualTo("NADERMAN^TRACY^E");
    SyntheticObject nameless = given();
    nameless.dataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    nameless.dataSet().set(Tag.PatientName, "山田");
    assertThatThrownBy(() -> GivenShams.open("salt", "FOO").anonymize(GivenShams.dixel(nameless)))
        .isInstanceOf(AnonymizerException.class)
        .hasMessageContaining("as good as none");
  }

  @Test
  void whoHasNoAccessionNumberIsKnownByTheStudy() throws Exception {
    SyntheticObject object = given();
    object.dataSet().remove(Tag.AccessionNumber);
    DataSet after = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));
    object.dataSet().set(Tag.AccessionNumber, VR.SH, object.study());
    DataSet same = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));

    assertThat(after.string(Tag.AccessionNumber)).isEqualTo(same.string(Tag.AccessionNumber));
  }

  @Test
  void itemsDoNotTellWhatTheInstanceHides() throws Exception {
    SyntheticObject object = given();
    DataSet item =
        new DataSet()
            .set(Tag.PatientName, "FOOABC^BAR^Z")
            .set(Tag.AccessionNumber, "12345678")
            .set(Tag.ReferencedSOPInstanceUID, object.sopInstance())
            .set(Tag.FrameOfReferenceUID, "1.2.3.4")
            .set(Tag.CalibrationDate, "20180102")
            .set(0x00290010, VR.LO, "VENDOR");
    object.dataSet().set(Tag.ReferencedInstanceSequence, List.of(item));
    object.dataSet().set(Tag.FrameOfReferenceUID, "1.2.3.4");
    DataSet after = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));
    DataSet changed = after.items(Tag.ReferencedInstanceSequence).get(0);

    assertThat(changed.string(Tag.PatientName)).hasValue("NADERMAN^TRACY^E");
    assertThat(changed.string(Tag.AccessionNumber)).isEqualTo(after.string(Tag.AccessionNumber));
    assertThat(changed.string(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(after.string(Tag.SOPInstanceUID));
    assertThat(changed.string(Tag.FrameOfReferenceUID))
        .isEqualTo(after.string(Tag.FrameOfReferenceUID))
        .isNotEqualTo(Optional.of("1.2.3.4"));
    assertThat(changed.string(Tag.CalibrationDate)).hasValue("20171010");
    assertThat(changed.contains(0x00290010)).isFalse();
  }

  @Test
  void attributesAreWhatTheStandardSaysWhateverTheirRepresentation() throws Exception {
    SyntheticObject object = given();
    object
        .dataSet()
        .set(Tag.PatientName, VR.LO, "FOOABC^BAR^Z")
        .set(Tag.PatientBirthDate, VR.LO, "20000101")
        .set(Tag.CalibrationDate, VR.SH, "20180102");
    DataSet after = GivenShams.read(GivenShams.open().anonymize(GivenShams.dixel(object)));

    assertThat(after.string(Tag.PatientName)).hasValue("NADERMAN^TRACY^E");
    assertThat(after.string(Tag.CalibrationDate)).hasValue("20171010");
  }

  @Test
  void aResultCanBeAnonymizedAgain() throws Exception {
    Anonymizer anonymizer = GivenShams.open();
    Anonymized once = anonymizer.anonymize(GivenShams.dixel(given()));
    assertThat(GivenShams.read(anonymizer.anonymize(once.dixel())).string(Tag.PatientID))
        .isPresent();
  }

  @Test
  void refusesWhatTheMintsRefuse() throws Exception {
    SyntheticObject unborn = given();
    unborn.dataSet().remove(Tag.PatientBirthDate);
    assertThatThrownBy(() -> GivenShams.open().anonymize(GivenShams.dixel(unborn)))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageContaining("birth date");

    DianaShamProvider provider = new DianaShamProvider();
    Anonymizer alone =
        provider.create(
            "test",
            provider.configSpec().check(Map.of("guid-mint", "a", "uid-mint", "b")),
            new LocalContext());
    assertThatThrownBy(() -> alone.anonymize(GivenShams.dixel(given())))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
  }

  private static SyntheticObject given() {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    DataSet data = object.dataSet();
    data.set(Tag.PatientName, "FOOABC^BAR^Z").set(Tag.PatientBirthDate, "20000101");
    data.remove(Tag.PatientSex);
    data.set(Tag.AccessionNumber, "12345678").set(Tag.StudyDescription, "Kept");
    data.set(Tag.StudyDate, "20180102").set(Tag.StudyTime, "120001.25");
    data.set(Tag.SeriesDate, "20180102").set(Tag.SeriesTime, "120101");
    data.remove(Tag.InstanceCreationDate);
    data.remove(Tag.InstanceCreationTime);
    return object;
  }

  private static JsonObject map(Anonymized made, String level) throws Exception {
    String text = made.dixel().metadata().get(Anonymized.ORTHANC_MAP + level);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Map<String, String> texts(JsonObject object) {
    return object.keySet().stream().collect(Collectors.toMap(key -> key, object::getString));
  }
}
