package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/** What belonged together does so still: over instances, studies and runs. */
class ConsistencyTest {
  private LocalContext server;

  @BeforeEach
  void open() throws Exception {
    server = Given.server();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void referencesLeadToWhatTheyReferTo() throws Exception {
    DataSet image = Given.object();
    DataSet reference =
        new DataSet()
            .set(Tag.ReferencedSOPClassUID, UID.CTImageStorage)
            .set(Tag.ReferencedSOPInstanceUID, image.string(Tag.SOPInstanceUID).orElseThrow());
    DataSet other =
        Given.object(UID.SegmentationStorage)
            .set(Tag.SOPInstanceUID, "1.2.3.5")
            .set(Tag.SourceImageSequence, List.of(reference))
            .set(Tag.ReferencedInstanceSequence, List.of(reference));

    DataSet made = anonymize(Map.of(), image);
    DataSet referring = anonymize(Map.of(), other);

    DataSet madeReference = referring.items(Tag.ReferencedInstanceSequence).get(0);
    assertThat(madeReference.string(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(made.string(Tag.SOPInstanceUID));
    assertThat(madeReference.string(Tag.ReferencedSOPClassUID)).hasValue(UID.CTImageStorage);
    assertThat(referring.string(Tag.StudyInstanceUID)).isEqualTo(made.string(Tag.StudyInstanceUID));
    assertThat(referring.string(Tag.PatientID)).isEqualTo(made.string(Tag.PatientID));
  }

  @Test
  void datesOfAPatientMoveAlikeInAllStudies() throws Exception {
    Map<String, String> modified = Map.of("retain-longitudinal", "modified");
    DataSet first = Given.object().set(Tag.StudyDate, "20200101").set(Tag.StudyTime, "1200");
    DataSet second =
        Given.object().set(Tag.StudyInstanceUID, "1.2.4").set(Tag.StudyDate, "20200131");
    first.set(Tag.AcquisitionDateTime, "20200103");

    DataSet one = anonymize(modified, first);
    DataSet two = anonymize(modified, second);

    assertThat(days(one, Tag.StudyDate) + 30).isEqualTo(days(two, Tag.StudyDate));
    assertThat(days(one, Tag.StudyDate) + 2).isEqualTo(days(one, Tag.AcquisitionDateTime));
    assertThat(one.string(Tag.LongitudinalTemporalInformationModified)).hasValue("MODIFIED");
  }

  @Test
  void theAgeStaysWhereDatesDo() throws Exception {
    DataSet original =
        Given.object().set(Tag.StudyDate, "20200101").set(Tag.PatientBirthDate, "19800101");

    DataSet moved = anonymize(Map.of("retain-longitudinal", "modified"), original);

    assertThat(days(moved, Tag.StudyDate) - days(moved, Tag.PatientBirthDate))
        .isEqualTo(40 * 365 + 10);
    assertThat(anonymize(Map.of(), original).get(Tag.PatientBirthDate).orElseThrow().isEmpty())
        .isTrue();
  }

  @Test
  void aPatientWithoutIdAndNameStaysSo() throws Exception {
    DataSet nobody =
        Given.object()
            .set(Tag.PatientID, "")
            .set(Tag.PatientName, "")
            .set(Tag.StudyDate, "20200101");

    DataSet result = anonymize(Map.of("retain-longitudinal", "modified"), nobody);

    assertThat(result.get(Tag.PatientName).orElseThrow().isEmpty()).isTrue();
    assertThat(result.string(Tag.StudyDate)).isPresent().isNotEqualTo(nobody.string(Tag.StudyDate));
  }

  @Test
  void aPatientWithoutIdAndNameIsNobodyWhoHasAnId() throws Exception {
    Map<String, String> modified = Map.of("retain-longitudinal", "modified");
    DataSet nobody = Given.object().set(Tag.PatientID, "").set(Tag.PatientName, "");
    DataSet somebody = Given.object().set(Tag.PatientID, "study 1.2.3");

    assertThat(days(anonymize(modified, nobody.set(Tag.StudyDate, "20200101")), Tag.StudyDate))
        .isNotEqualTo(
            days(anonymize(modified, somebody.set(Tag.StudyDate, "20200101")), Tag.StudyDate));
  }

  private static long days(DataSet data, int tag) {
    String date = data.string(tag).orElseThrow().substring(0, 8);
    return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
  }

  private DataSet anonymize(Map<String, String> properties, DataSet original) throws Exception {
    try (Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      return Given.read(anonymizer.anonymize(Given.dixel(original)));
    }
  }
}
