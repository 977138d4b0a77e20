package org.lucina.archive.store;

import static org.lucina.archive.store.StoreException.Reason.UID_INVALID;
import static org.lucina.archive.store.StoreException.Reason.UID_MISSING;

import java.util.List;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;

/**
 * The UIDs that place an object: checked so that they can stand in paths and URLs.
 *
 * @param sopClass SOP Class UID
 * @param sopInstance SOP Instance UID
 * @param study Study Instance UID
 * @param series Series Instance UID
 */
record ObjectUids(String sopClass, String sopInstance, String study, String series) {

  /**
   * Non-Patient Object Storage (PS3.4 GG.3): its objects belong to no study, and are filed under
   * their SOP class in place of one.
   */
  private static final Set<String> NON_PATIENT =
      Set.of(
          "1.2.840.10008.5.1.4.1.1.200.1",
          "1.2.840.10008.5.1.4.1.1.200.3",
          "1.2.840.10008.5.1.4.1.1.200.7",
          "1.2.840.10008.5.1.4.1.1.201.1",
          "1.2.840.10008.5.1.4.38.1",
          "1.2.840.10008.5.1.4.39.1",
          "1.2.840.10008.5.1.4.43.1",
          "1.2.840.10008.5.1.4.44.1",
          "1.2.840.10008.5.1.4.45.1");

  private static final int MAX_LENGTH = 64;

  /** Reads and checks all four. */
  static ObjectUids of(DataSet dataSet) throws StoreException {
    String sopClass = required(dataSet, Tag.SOPClassUID, "SOP Class UID");
    String sopInstance = required(dataSet, Tag.SOPInstanceUID, "SOP Instance UID");
    if (NON_PATIENT.contains(sopClass) && dataSet.string(Tag.StudyInstanceUID).isEmpty()) {
      return new ObjectUids(sopClass, sopInstance, sopClass, sopClass);
    }
    return new ObjectUids(
        sopClass,
        sopInstance,
        required(dataSet, Tag.StudyInstanceUID, "Study Instance UID"),
        required(dataSet, Tag.SeriesInstanceUID, "Series Instance UID"));
  }

  /** Those that break PS3.5 9.1 but are met in practice, such as components with leading zeros. */
  List<String> odd() {
    return java.util.stream.Stream.of(sopClass, sopInstance, study, series)
        .filter(uid -> !Uids.isValid(uid))
        .distinct()
        .toList();
  }

  /** Reads one UID and checks its form. */
  static String required(DataSet dataSet, int tag, String name) throws StoreException {
    String uid =
        dataSet
            .string(tag)
            .orElseThrow(() -> new StoreException(UID_MISSING, name + " is missing"));
    if (!isUsable(uid)) {
      throw new StoreException(UID_INVALID, name + " is no UID");
    }
    return uid;
  }

  /** Whether it is made of digits with single dots between them, 64 characters at most. */
  static boolean isUsable(String uid) {
    boolean digitBefore = false;
    for (int i = 0; i < uid.length(); i++) {
      char c = uid.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !(c == '.' && digitBefore)) {
        return false;
      }
      digitBefore = digit;
    }
    return digitBefore && uid.length() <= MAX_LENGTH;
  }
}
