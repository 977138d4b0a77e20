package org.lucina.endpoint.dimse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lucina.dicom.UID;
import org.lucina.spi.dixel.DicomLevel;

/** A Query/Retrieve information model (PS3.4 C.6). */
enum QueryModel {
  PATIENT_ROOT(
      DicomLevel.PATIENT,
      UID.PatientRootQueryRetrieveInformationModelFind,
      UID.PatientRootQueryRetrieveInformationModelMove,
      UID.PatientRootQueryRetrieveInformationModelGet),
  STUDY_ROOT(
      DicomLevel.STUDY,
      UID.StudyRootQueryRetrieveInformationModelFind,
      UID.StudyRootQueryRetrieveInformationModelMove,
      UID.StudyRootQueryRetrieveInformationModelGet);

  private final DicomLevel top;
  private final String find;
  private final String move;
  private final String get;

  QueryModel(DicomLevel top, String find, String move, String get) {
    this.top = top;
    this.find = find;
    this.move = move;
    this.get = get;
  }

  /** SOP class of C-FIND. */
  String find() {
    return find;
  }

  /** SOP class of C-MOVE. */
  String move() {
    return move;
  }

  /** SOP class of C-GET. */
  String get() {
    return get;
  }

  /** Levels from the top down to one. */
  List<DicomLevel> downTo(DicomLevel level) {
    return Arrays.stream(DicomLevel.values())
        .filter(each -> !top.isBelow(each) && !each.isBelow(level))
        .toList();
  }

  /** The level that has the attributes of another one in this model: studies have their patient. */
  DicomLevel holding(DicomLevel level) {
    return top.isBelow(level) ? top : level;
  }

  /** Which models are used for what. */
  enum Choice {
    /** Patients by the patient root, all else by the study root. */
    ANY,
    PATIENT,
    STUDY;

    /** The model for a level. */
    QueryModel at(DicomLevel level) {
      return switch (this) {
        case ANY -> level == DicomLevel.PATIENT ? PATIENT_ROOT : STUDY_ROOT;
        case PATIENT -> PATIENT_ROOT;
        case STUDY -> STUDY_ROOT;
      };
    }

    /** Levels that can be asked for. */
    Set<DicomLevel> levels() {
      return this == STUDY
          ? EnumSet.range(DicomLevel.STUDY, DicomLevel.INSTANCE)
          : EnumSet.allOf(DicomLevel.class);
    }
  }
}
