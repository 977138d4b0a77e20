package org.lucina.spi.dixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/**
 * Names a dixel without having it.
 *
 * <p>It names by identifiers of DICOM, or by a key: the endpoint's own name for it, such as a path
 * or the id of a resource, which means nothing to other endpoints. Identifiers of levels above may
 * be missing where an endpoint finds the dixel without.
 *
 * @param level what is named
 * @param patientId Patient ID (0010,0020)
 * @param studyUid Study Instance UID (0020,000D)
 * @param seriesUid Series Instance UID (0020,000E)
 * @param instanceUid SOP Instance UID (0008,0018)
 * @param key the endpoint's own name
 */
public record Reference(
    DicomLevel level,
    Optional<String> patientId,
    Optional<String> studyUid,
    Optional<String> seriesUid,
    Optional<String> instanceUid,
    Optional<String> key) {

  /** Takes blank identifiers for none; refuses one that names nothing at its level. */
  public Reference {
    patientId = given(patientId);
    studyUid = given(studyUid);
    seriesUid = given(seriesUid);
    instanceUid = given(instanceUid);
    key = given(key);
    if (identifier(level, patientId, studyUid, seriesUid, instanceUid).isEmpty() && key.isEmpty()) {
      throw new IllegalArgumentException("a reference to a " + level + " has no identifier of it");
    }
  }

  /** A patient. */
  public static Reference patient(String patientId) {
    return new Reference(
        DicomLevel.PATIENT, Optional.of(patientId), none(), none(), none(), none());
  }

  /** A study. */
  public static Reference study(String studyUid) {
    return new Reference(DicomLevel.STUDY, none(), Optional.of(studyUid), none(), none(), none());
  }

  /** A series. */
  public static Reference series(String studyUid, String seriesUid) {
    return new Reference(
        DicomLevel.SERIES, none(), Optional.of(studyUid), Optional.of(seriesUid), none(), none());
  }

  /** An instance. */
  public static Reference instance(String studyUid, String seriesUid, String instanceUid) {
    return new Reference(
        DicomLevel.INSTANCE,
        none(),
        Optional.of(studyUid),
        Optional.of(seriesUid),
        Optional.of(instanceUid),
        none());
  }

  /** What an endpoint calls so itself. */
  public static Reference key(DicomLevel level, String key) {
    return new Reference(level, none(), none(), none(), none(), Optional.of(key));
  }

  /**
   * What a data set says it is a part of.
   *
   * @return empty when it lacks the identifier of that level
   */
  public static Optional<Reference> of(DicomLevel level, DataSet tags) {
    Optional<String> patient = value(tags, Tag.PatientID);
    Optional<String> study = value(tags, Tag.StudyInstanceUID);
    Optional<String> series = value(tags, Tag.SeriesInstanceUID);
    Optional<String> instance = value(tags, Tag.SOPInstanceUID);
    if (identifier(level, patient, study, series, instance).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reference(
            level,
            patient,
            study.filter(uid -> level != DicomLevel.PATIENT),
            series.filter(uid -> level.isBelow(DicomLevel.STUDY)),
            instance.filter(uid -> level == DicomLevel.INSTANCE),
            none()));
  }

  /** The identifier of its own level. */
  public Optional<String> identifier() {
    return identifier(level, patientId, studyUid, seriesUid, instanceUid);
  }

  /** The same with the endpoint's own name. */
  public Reference withKey(String name) {
    return new Reference(level, patientId, studyUid, seriesUid, instanceUid, Optional.of(name));
  }

  /** What it belongs to, when its identifiers tell it. */
  public Optional<Reference> at(DicomLevel higher) {
    if (higher == level) {
      return Optional.of(this);
    }
    if (higher.isBelow(level)
        || identifier(higher, patientId, studyUid, seriesUid, instanceUid).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reference(
            higher,
            patientId,
            studyUid.filter(uid -> higher != DicomLevel.PATIENT),
            seriesUid.filter(uid -> higher.isBelow(DicomLevel.STUDY)),
            none(),
            none()));
  }

  /** For logs and administrators: UIDs, never a patient's identifier, nor keys that may hold it. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    studyUid.ifPresent(uid -> parts.add("study " + uid));
    seriesUid.ifPresent(uid -> parts.add("series " + uid));
    instanceUid.ifPresent(uid -> parts.add("instance " + uid));
    if (parts.isEmpty()) {
      return level.name().toLowerCase(Locale.ROOT);
    }
    return String.join(" ", parts);
  }

  private static Optional<String> identifier(
      DicomLevel level,
      Optional<String> patient,
      Optional<String> study,
      Optional<String> series,
      Optional<String> instance) {
    return switch (level) {
      case PATIENT -> patient;
      case STUDY -> study;
      case SERIES -> series;
      case INSTANCE -> instance;
    };
  }

  private static Optional<String> value(DataSet tags, int tag) {
    return given(tags.string(tag).map(String::trim));
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(characters -> !characters.isBlank());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
