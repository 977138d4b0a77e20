package org.lucina.anonymizer.diana;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.lucina.deid.form.UidForm;
import org.lucina.dicom.Uids;

/**
 * UIDs in place of those that DIANA's mint makes none of. Where Orthanc drew random ones, these are
 * UUIDs under 2.25 of the sham Patient ID and the original: the same in all instances of a patient,
 * and as good to guess as DIANA's own.
 */
final class OtherUids {
  private final String patient;
  private final Map<String, String> known = new HashMap<>();

  /**
   * Those of a patient.
   *
   * @param patient the sham Patient ID
   */
  OtherUids(String patient) {
    this.patient = patient;
  }

  /** Has another UID for one, wherever that is referred to. */
  void put(String original, String other) {
    known.put(original, other);
  }

  /** That in place of one; registered ones stay. */
  String of(String original) {
    String uid = original.strip();
    boolean stays = uid.isEmpty() || Uids.find(uid).isPresent();
    return stays ? uid : known.computeIfAbsent(uid, this::made);
  }

  private String made(String uid) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return UidForm.uuid(digest.digest((patient + "|" + uid).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
