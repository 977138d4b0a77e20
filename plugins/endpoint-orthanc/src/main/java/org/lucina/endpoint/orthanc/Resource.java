package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;

/**
 * A patient, study, series or instance as Orthanc tells of it.
 *
 * @param level which of these
 * @param id Orthanc's identifier
 * @param json what it tells
 */
record Resource(DicomLevel level, String id, JsonObject json) {

  static Resource of(DicomLevel level, JsonObject json) {
    return new Resource(level, json.getString("ID"), json);
  }

  /** Orthanc's identifier of what it belongs to, empty for patients. */
  Optional<String> parent() {
    return Levels.parent(level).map(name -> json.getString(name));
  }

  /** What it is called, being a part of what is called so. */
  Reference reference(Reference whole) {
    DataSet tags = new DataSet();
    addTags(tags);
    whole.patientId().ifPresent(patient -> tags.set(Tag.PatientID, patient));
    whole.studyUid().ifPresent(uid -> tags.set(Tag.StudyInstanceUID, uid));
    whole.seriesUid().ifPresent(uid -> tags.set(Tag.SeriesInstanceUID, uid));
    return Reference.of(level, tags)
        .map(named -> named.withKey(id))
        .orElseGet(() -> Reference.key(level, id));
  }

  /** Adds the attributes of its level to a data set; those of the patient, too, to a study. */
  void addTags(DataSet tags) {
    if (level == DicomLevel.STUDY) {
      addPatientTags(tags);
    }
    add("MainDicomTags", tags);
  }

  /** Adds what a study tells of its patient. */
  void addPatientTags(DataSet tags) {
    add("PatientMainDicomTags", tags);
  }

  private void add(String member, DataSet tags) {
    JsonObject main = json.getJsonObject(member);
    if (main != null) {
      add(main, tags);
    }
  }

  /** Attributes that Orthanc tells by keyword or tag, as it does of answers to queries, too. */
  static DataSet tags(JsonObject told) {
    DataSet tags = new DataSet();
    add(told, tags);
    return tags;
  }

  private static void add(JsonObject told, DataSet tags) {
    tags.set(Tag.SpecificCharacterSet, "ISO_IR 192");
    told.forEach(
        (name, value) -> Dictionary.parseTag(name).ifPresent(tag -> set(tags, tag, value)));
  }

  /** As plain text, or as an object with its type beside, which newer versions can be asked for. */
  private static void set(DataSet tags, int tag, JsonValue value) {
    VR vr = Dictionary.vrOf(tag);
    if (vr == VR.SQ || vr == VR.UN || tags.contains(tag)) {
      return;
    }
    String text =
        switch (value.getValueType()) {
          case STRING -> ((JsonString) value).getString();
          case OBJECT -> value.asJsonObject().getString("Value", "");
          default -> "";
        };
    if (text.isEmpty()) {
      tags.setEmpty(tag, vr);
    } else {
      tags.set(
          tag,
          vr,
          vr == VR.LT || vr == VR.ST || vr == VR.UT ? new String[] {text} : text.split("\\\\", -1));
    }
  }
}
