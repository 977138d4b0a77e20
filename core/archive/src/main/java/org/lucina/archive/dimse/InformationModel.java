package org.lucina.archive.dimse;

import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.Level;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;

/** The Query/Retrieve information models (PS3.4 C.6) with their levels, highest first. */
enum InformationModel {
  PATIENT_ROOT(List.of(Level.PATIENT, Level.STUDY, Level.SERIES, Level.IMAGE)),
  STUDY_ROOT(List.of(Level.STUDY, Level.SERIES, Level.IMAGE)),
  PATIENT_STUDY_ONLY(List.of(Level.PATIENT, Level.STUDY));

  private final List<Level> levels;

  InformationModel(List<Level> levels) {
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

  /** The level that Query/Retrieve Level (0008,0052) names, if the model has it. */
  Optional<Level> level(String name) {
    return levels.stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /** The levels above one, highest first. */
  List<Level> above(Level level) {
    return levels.subList(0, levels.indexOf(level));
  }

  /** The unique key of a level (PS3.4 C.6.1.1, C.6.2.1). */
  static int uniqueKey(Level level) {
    return switch (level) {
      case PATIENT -> Tag.PatientID;
      case STUDY -> Tag.StudyInstanceUID;
      case SERIES -> Tag.SeriesInstanceUID;
      case IMAGE -> Tag.SOPInstanceUID;
    };
  }
}
