package org.lucina.endpoint.dimse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;

/** At which level of the information model attributes are asked for (PS3.4 C.6.1.1). */
final class AttributeLevels {
  private static final Map<Integer, DicomLevel> LEVELS = levels();

  /** What comes back unasked: names, and what tells the dixels of a level apart. */
  private static final Map<DicomLevel, List<Integer>> RETURNED =
      Map.of(
          DicomLevel.PATIENT,
          List.of(Tag.PatientName, Tag.PatientID),
          DicomLevel.STUDY,
          List.of(
              Tag.StudyDate,
              Tag.StudyTime,
              Tag.AccessionNumber,
              Tag.StudyDescription,
              Tag.StudyInstanceUID),
          DicomLevel.SERIES,
          List.of(Tag.Modality, Tag.SeriesDescription, Tag.SeriesInstanceUID, Tag.SeriesNumber),
          DicomLevel.INSTANCE,
          List.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber));

  private AttributeLevels() {}

  private static Map<Integer, DicomLevel> levels() {
    Map<Integer, DicomLevel> levels = new HashMap<>();
    put(
        levels,
        DicomLevel.PATIENT,
        Tag.PatientName,
        Tag.PatientID,
        Tag.IssuerOfPatientID,
        Tag.PatientBirthDate,
        Tag.PatientBirthTime,
        Tag.PatientSex,
        Tag.OtherPatientIDs,
        Tag.OtherPatientNames,
        Tag.EthnicGroup,
        Tag.PatientComments,
        Tag.NumberOfPatientRelatedStudies,
        Tag.NumberOfPatientRelatedSeries,
        Tag.NumberOfPatientRelatedInstances);
    put(
        levels,
        DicomLevel.STUDY,
        Tag.StudyInstanceUID,
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.StudyID,
        Tag.StudyDescription,
        Tag.ReferringPhysicianName,
        Tag.ModalitiesInStudy,
        Tag.SOPClassesInStudy,
        Tag.NameOfPhysiciansReadingStudy,
        Tag.AdmittingDiagnosesDescription,
        Tag.PatientAge,
        Tag.PatientSize,
        Tag.PatientWeight,
        Tag.Occupation,
        Tag.AdditionalPatientHistory,
        Tag.ProcedureCodeSequence,
        Tag.NumberOfStudyRelatedSeries,
        Tag.NumberOfStudyRelatedInstances);
    put(
        levels,
        DicomLevel.SERIES,
        Tag.SeriesInstanceUID,
        Tag.Modality,
        Tag.SeriesNumber,
        Tag.SeriesDate,
        Tag.SeriesTime,
        Tag.SeriesDescription,
        Tag.BodyPartExamined,
        Tag.Laterality,
        Tag.ProtocolName,
        Tag.PerformingPhysicianName,
        Tag.OperatorsName,
        Tag.Manufacturer,
        Tag.ManufacturerModelName,
        Tag.StationName,
        Tag.InstitutionName,
        Tag.InstitutionalDepartmentName,
        Tag.DeviceSerialNumber,
        Tag.PerformedProcedureStepStartDate,
        Tag.PerformedProcedureStepStartTime,
        Tag.RequestAttributesSequence,
        Tag.NumberOfSeriesRelatedInstances);
    return Map.copyOf(levels);
  }

  private static void put(Map<Integer, DicomLevel> levels, DicomLevel level, int... tags) {
    for (int tag : tags) {
      levels.put(tag, level);
    }
  }

  /** The level that an attribute describes, where that is certain. */
  static Optional<DicomLevel> of(int tag) {
    return Optional.ofNullable(LEVELS.get(tag));
  }

  /** What is asked for at a level in any case. */
  static List<Integer> returned(DicomLevel level) {
    return RETURNED.get(level);
  }

  /** The unique key of a level. */
  static int uniqueKey(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case INSTANCE -> Tag.SOPInstanceUID;
    };
  }
}
