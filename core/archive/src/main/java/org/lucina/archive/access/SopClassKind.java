package org.lucina.archive.access;

import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;

/** The services that the archive's SOP classes belong to. */
public enum SopClassKind {
  VERIFICATION,
  STORAGE,
  FIND,
  MOVE,
  GET,
  COMMITMENT,
  OTHER;

  /** The service of a SOP class; those that PS3.6 does not list may be storage (private ones). */
  public static SopClassKind of(String sopClass) {
    return switch (sopClass) {
      case UID.Verification -> VERIFICATION;
      case UID.PatientRootQueryRetrieveInformationModelFind,
          UID.StudyRootQueryRetrieveInformationModelFind,
          UID.PatientStudyOnlyQueryRetrieveInformationModelFind ->
          FIND;
      case UID.PatientRootQueryRetrieveInformationModelMove,
          UID.StudyRootQueryRetrieveInformationModelMove,
          UID.PatientStudyOnlyQueryRetrieveInformationModelMove ->
          MOVE;
      case UID.PatientRootQueryRetrieveInformationModelGet,
          UID.StudyRootQueryRetrieveInformationModelGet,
          UID.PatientStudyOnlyQueryRetrieveInformationModelGet ->
          GET;
      case UID.StorageCommitmentPushModel -> COMMITMENT;
      default -> Uids.storageSopClasses().contains(sopClass) ? STORAGE : OTHER;
    };
  }

  /** Whether PS3.6 lists nothing under the UID, so that it may be a private storage SOP class. */
  public static boolean isUnknown(String sopClass) {
    return Uids.find(sopClass).isEmpty();
  }
}
