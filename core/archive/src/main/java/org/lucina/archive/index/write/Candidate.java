package org.lucina.archive.index.write;

import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.text.TextDigest;

/**
 * An object that is to be indexed, with all that was read from it beforehand, on its caller's
 * thread.
 *
 * @param record where it is
 * @param header its header, see {@link NewInstance#header}
 * @param frameIndex where its frames are
 * @param sourceAe who sent it
 * @param deidentified whether an anonymizer put it out
 * @param policy what happens when its SOP Instance UID is taken by another
 * @param patientKey what makes the patient one: id and issuer, or the study where there is no id
 * @param patient what it says of the patient
 * @param study what it says of the study
 * @param series what it says of the series
 * @param image what it says of itself
 */
record Candidate(
    InstanceRecord record,
    byte[] header,
    byte[] frameIndex,
    String sourceAe,
    boolean deidentified,
    Duplicates policy,
    String patientKey,
    LevelValues patient,
    LevelValues study,
    LevelValues series,
    LevelValues image) {
  private static final int MAX_KEY = 255;

  /** What the values of all levels take, roughly, in bytes. */
  private static final long VALUES = 4096;

  static Candidate of(NewInstance instance, Duplicates policy) {
    InstanceRecord record = instance.record();
    LevelValues patient = values(DicomLevel.PATIENT, instance);
    return new Candidate(
        record,
        instance.header(),
        instance.frameIndex(),
        instance.sourceAe(),
        instance.deidentified(),
        policy,
        patientKey(patient, record.study()),
        patient,
        values(DicomLevel.STUDY, instance).with(Tag.StudyInstanceUID, record.study()),
        values(DicomLevel.SERIES, instance).with(Tag.SeriesInstanceUID, record.series()),
        values(DicomLevel.INSTANCE, instance)
            .with(Tag.SOPInstanceUID, record.sopInstance())
            .with(Tag.SOPClassUID, record.sopClass()));
  }

  private static LevelValues values(DicomLevel level, NewInstance instance) {
    return LevelValues.of(LevelTable.of(level), instance.attributes());
  }

  /** Bytes of memory that it takes, roughly. */
  long weight() {
    return VALUES + header.length + frameIndex.length;
  }

  /** A backslash cannot occur in an id or issuer, so that no two pairs give one key. */
  private static String patientKey(LevelValues patient, String study) {
    String id = patient.text(Tag.PatientID);
    String key = id.isEmpty() ? "\\" + study : id + "\\" + patient.text(Tag.IssuerOfPatientID);
    return key.length() <= MAX_KEY ? key : key.substring(0, 100) + "\\" + TextDigest.sha256(key);
  }
}
