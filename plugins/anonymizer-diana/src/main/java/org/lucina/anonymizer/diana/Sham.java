package org.lucina.anonymizer.diana;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.deid.DateShift;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Identity;

/**
 * What DIANA's sham dixel of an instance says.
 *
 * @param identity of the patient
 * @param accessionNumber in place of the Accession Number
 * @param uids of study, series and instance, in this order
 * @param times of study, series and creation of the instance, in this order, moved already; a level
 *     without has that of the level above
 */
record Sham(
    Identity identity,
    String accessionNumber,
    List<String> uids,
    List<Optional<LocalDateTime>> times) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  /** By how much all dates and times are moved. */
  Duration offset() {
    return identity.offset();
  }

  /** What is replaced, by tag, when a part of that level is anonymized as a whole. */
  Map<Integer, String> replaced(DicomLevel level) {
    Map<Integer, String> replaced = new LinkedHashMap<>();
    replaced.put(Tag.PatientName, identity.name());
    replaced.put(Tag.PatientID, identity.patientId());
    identity
        .birthDate()
        .flatMap(DateShift::written)
        .ifPresent(date -> replaced.put(Tag.PatientBirthDate, date));
    replaced.put(Tag.AccessionNumber, accessionNumber);
    replaced.put(Tag.StudyInstanceUID, uids.get(0));
    put(replaced, Tag.StudyDate, Tag.StudyTime, times.get(0));
    if (level.isBelow(DicomLevel.STUDY)) {
      replaced.put(Tag.SeriesInstanceUID, uids.get(1));
      put(replaced, Tag.SeriesDate, Tag.SeriesTime, times.get(1));
    }
    if (level == DicomLevel.INSTANCE) {
      replaced.put(Tag.SOPInstanceUID, uids.get(2));
      put(replaced, Tag.InstanceCreationDate, Tag.InstanceCreationTime, times.get(2));
    }
    return replaced;
  }

  private static void put(
      Map<Integer, String> replaced, int date, int time, Optional<LocalDateTime> moved) {
    moved
        .flatMap(at -> DateShift.written(at.toLocalDate()))
        .ifPresent(
            day -> {
              replaced.put(date, day);
              replaced.put(time, TIME.format(moved.get()));
            });
  }

  /** What stays, by tag, though the profile would not have it. */
  static List<Integer> kept(DicomLevel level) {
    List<Integer> kept = new ArrayList<>(List.of(Tag.PatientSex, Tag.StudyDescription));
    if (level.isBelow(DicomLevel.STUDY)) {
      kept.add(Tag.SeriesDescription);
      kept.add(Tag.SeriesNumber);
    }
    return kept;
  }
}
