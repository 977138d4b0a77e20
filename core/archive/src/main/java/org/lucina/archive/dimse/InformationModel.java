package org.lucina.archive.dimse;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.spi.dixel.DicomLevel;

/** The Query/Retrieve information models (PS3.4 C.6) with their levels, highest first. */
enum InformationModel {
  PATIENT_ROOT(
      List.of(DicomLevel.PATIENT, DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)),
  STUDY_ROOT(List.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)),
  PATIENT_STUDY_ONLY(List.of(DicomLevel.PATIENT, DicomLevel.STUDY));

  private final List<DicomLevel> levels;

  InformationModel(List<DicomLevel> levels) {
    this.levels = levels;
  }

  /** The model of a FIND, MOVE or GET SOP class. */
  static InformationModel of(String sopClass) {
    return switch (sopClass) {
      case UID.PatientRootQueryRetrieveInformationModelFind,
          UID.PatientRootQueryRetrieveInformationModelMove,
          UID.PatientRootQueryRetrieveInformationModelGet ->
          PATIENT_ROOT;
      case UID.StudyRootQueryRetrieveInformationModelFind,
          UID.StudyRootQueryRetrieveInformationModelMove,
          UID.StudyRootQueryRetrieveInformationModelGet ->
          STUDY_ROOT;
      case UID.PatientStudyOnlyQueryRetrieveInformationModelFind,
          UID.PatientStudyOnlyQueryRetrieveInformationModelMove,
          UID.PatientStudyOnlyQueryRetrieveInformationModelGet ->
          PATIENT_STUDY_ONLY;
      default -> throw new IllegalArgumentException("no Query/Retrieve SOP class: " + sopClass);
    };
  }

  /** The level that Query/Retrieve DicomLevel (0008,0052) names, if the model has it. */
  Optional<DicomLevel> level(String name) {
    return levels.stream().filter(level -> level.queryRetrieveLevel().equals(name)).findFirst();
  }

  /** The levels above one, highest first. */
  List<DicomLevel> above(DicomLevel level) {
    return levels.subList(0, levels.indexOf(level));
  }

  /** The unique key of a level (PS3.4 C.6.1.1, C.6.2.1). */
  static int uniqueKey(DicomLevel level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case INSTANCE -> Tag.SOPInstanceUID;
    };
  }
}
