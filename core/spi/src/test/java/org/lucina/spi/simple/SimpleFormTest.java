package org.lucina.spi.simple;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

class SimpleFormTest {

  @Test
  void valuesComeByKeywordAsWhatTheyAre() {
    DataSet tags =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, "Müller^Jörg")
            .set(Tag.ImageType, "ORIGINAL", "PRIMARY")
            .set(Tag.SeriesNumber, "3")
            .set(Tag.PixelSpacing, "0.5", "0.25")
            .set(Tag.Rows, VR.US, 512)
            .set(Tag.KVP, "a lot")
            .set(Tag.PixelData, VR.OW, new byte[8])
            .set(0x00091001, VR.LO, "private")
            .setEmpty(Tag.PatientID, VR.LO)
            .set(Tag.RequestAttributesSequence, List.of(new DataSet().set(Tag.CodeValue, "A")));

    assertThat(SimpleForm.of(tags))
        .containsEntry("PatientName", "Müller^Jörg")
        .containsEntry("ImageType", List.of("ORIGINAL", "PRIMARY"))
        .containsEntry("SeriesNumber", 3L)
        .containsEntry("PixelSpacing", List.of(0.5, 0.25))
        .containsEntry("Rows", 512L)
        .containsEntry("KVP", "a lot")
        .containsEntry("RequestAttributesSequence", List.of(Map.of("CodeValue", "A")))
        .doesNotContainKeys("PixelData", "PatientID", "");
  }

  @Test
  void datesAndTimesAreJoinedAndComeFromTheLevelAbove() {
    DataSet tags = new DataSet().set(Tag.StudyDate, "20260102").set(Tag.StudyTime, "030405.5");
    LocalDateTime study = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 500_000_000);
    assertThat(SimpleForm.of(tags))
        .containsEntry("StudyDateTime", study)
        .containsEntry("SeriesDateTime", study)
        .containsEntry("InstanceCreationDateTime", study);

    tags.set(Tag.SeriesDate, "20260103").set(Tag.InstanceCreationDate, "20260104");
    tags.set(Tag.InstanceCreationTime, "05");
    assertThat(SimpleForm.of(tags))
        .containsEntry("SeriesDateTime", LocalDateTime.of(2026, 1, 3, 0, 0))
        .containsEntry("InstanceCreationDateTime", LocalDateTime.of(2026, 1, 4, 5, 0));
    assertThat(DateTimes.of(DicomLevel.STUDY, tags)).contains(study);
    assertThat(SimpleForm.of(new DataSet())).doesNotContainKey("StudyDateTime");
  }

  @Test
  void whatIsOftenMissingIsFilledIn() {
    DataSet tags = new DataSet().set(Tag.StudyInstanceUID, "1.2.3").set(Tag.PatientID, "P1");
    assertThat(SimpleForm.of(tags))
        .containsEntry("AccessionNumber", "1.2.3")
        .containsEntry("PatientName", "P1")
        .containsEntry("StationName", "Unknown");

    tags.set(Tag.DeviceSerialNumber, "S7").set(Tag.AccessionNumber, "A1");
    assertThat(SimpleForm.of(tags))
        .containsEntry("AccessionNumber", "A1")
        .containsEntry("StationName", "S7");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aDoseReportBecomesATreeOfWhatItMeans() {
    DataSet acquisition =
        container(
            "CT Acquisition",
            item("TEXT", "Acquisition Protocol").set(Tag.TextValue, "Abdomen"),
            item("CODE", "CT Acquisition Type")
                .set(Tag.ConceptCodeSequence, List.of(code("Spiral Acquisition"))),
            item("UIDREF", "Irradiation Event UID").set(Tag.UID, "1.2.9"),
            container("CT Dose", number("Mean CTDIvol", "12.5"), number("DLP", "300")));
    DataSet report =
        report(
            "X-Ray Radiation Dose Report",
            item("DATETIME", "Start of X-Ray Irradiation").set(Tag.DateTime, "20260102030405"),
            number("Length", "10"),
            number("Length", "20"),
            number("Length", "30"),
            acquisition);

    Map<String, Object> simple = SimpleForm.of(report);
    Map<String, Object> tree = (Map<String, Object>) simple.get("X-Ray Radiation Dose Report");
    assertThat(tree)
        .containsEntry("ContentDateTime", LocalDateTime.of(2026, 1, 2, 3, 4, 5))
        .containsEntry("Start of X-Ray Irradiation", LocalDateTime.of(2026, 1, 2, 3, 4, 5))
        .containsEntry("Length", List.of(10.0, 20.0, 30.0));
    assertThat((List<Object>) tree.get("CT Acquisition"))
        .containsExactly(
            Map.of(
                "Acquisition Protocol", "Abdomen",
                "CT Acquisition Type", "Spiral Acquisition",
                "Irradiation Event UID", "1.2.9",
                "CT Dose", Map.of("Mean CTDIvol", 12.5, "DLP", 300.0)));
    assertThat(simple)
        .doesNotContainKeys(
            "ContentSequence", "ConceptNameCodeSequence", "ContentDate", "ContentTime");
    assertThat(report.items(Tag.ContentSequence)).hasSize(5);
  }

  @Test
  @SuppressWarnings("unchecked")
  void doseReportsOfAllVendorsAreAlike() {
    DataSet report =
        report(
            "X-ray Radiation Dose Report",
            item("UIDREF", "Device Observer UID").set(Tag.UID, "1.2.77"),
            container("CT Acquisition", item("CODE", "Target Region")),
            container("CT Acquisition", container("CT Dose", number("Mean CTDIvol", "3"))));

    Map<String, Object> simple = SimpleForm.of(report);
    Map<String, Object> tree = (Map<String, Object>) simple.get("X-Ray Radiation Dose Report");
    assertThat((List<Object>) tree.get("CT Acquisition"))
        .containsExactly(
            Map.of("Target Region", "UNKNOWN", "CT Dose", Map.of("Mean CTDIvol", 0.0)),
            Map.of("CT Dose", Map.of("Mean CTDIvol", 3.0)));
    assertThat(simple)
        .doesNotContainKey("X-ray Radiation Dose Report")
        .containsEntry("StationName", "1.2.77");
  }

  @Test
  void itIsWrittenAsJson() {
    Map<String, Object> simple =
        SimpleForm.of(
            new DataSet()
                .set(Tag.StudyDate, "20260102")
                .set(Tag.StudyTime, "0304")
                .set(Tag.ImageComments, "a \"b\" \\ c")
                .set(Tag.PixelSpacing, "0.5", "1"));

    assertThat(SimpleJson.of(simple))
        .contains("\"StudyDateTime\":\"2026-01-02T03:04:00\"")
        .contains("\"PixelSpacing\":[0.5,1.0]")
        .contains("\"ImageComments\":\"a \\\"b\\\" \\\\ c\"");
    assertThat(SimpleJson.of(List.of("\u0001\n\ud800", true, Double.NaN)))
        .isEqualTo("[\"\\u0001\\n\\ud800\",true,\"NaN\"]");
  }

  @Test
  void dicomJsonLeavesOutPixels() throws Exception {
    String json =
        TagsJson.of(new DataSet().set(Tag.Modality, "CT").set(Tag.PixelData, VR.OW, new byte[100]));

    assertThat(json).isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
    assertThat(TagsJson.read(json).string(Tag.Modality)).contains("CT");
  }

  private static DataSet report(String title, DataSet... items) {
    return container(title, items).set(Tag.ContentDate, "20260102").set(Tag.ContentTime, "030405");
  }

  private static DataSet container(String concept, DataSet... items) {
    return item("CONTAINER", concept).set(Tag.ContentSequence, List.of(items));
  }

  private static DataSet number(String concept, String value) {
    return item("NUM", concept)
        .set(Tag.MeasuredValueSequence, List.of(new DataSet().set(Tag.NumericValue, value)));
  }

  private static DataSet item(String type, String concept) {
    return new DataSet()
        .set(Tag.ValueType, type)
        .set(Tag.ConceptNameCodeSequence, List.of(code(concept)));
  }

  private static DataSet code(String meaning) {
    return new DataSet().set(Tag.CodeMeaning, meaning);
  }
}
