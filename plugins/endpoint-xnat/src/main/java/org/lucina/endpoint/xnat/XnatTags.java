package org.lucina.endpoint.xnat;

import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;

/**
 * What a row of a table tells in terms of DICOM.
 *
 * @param place where it is
 */
record XnatTags(XnatPlace place, DataSet tags) {

  static Optional<XnatTags> subject(XnatRow row) {
    return row.cell("label")
        .or(() -> row.cell("ID"))
        .map(
            label -> {
              DataSet tags = new DataSet().set(Tag.PatientID, label);
              row.cell("gender")
                  .filter(gender -> gender.matches("(?i)(m|f|male|female)"))
                  .map(gender -> gender.substring(0, 1).toUpperCase(Locale.ROOT))
                  .ifPresent(sex -> tags.set(Tag.PatientSex, sex));
              return new XnatTags(XnatPlace.of(label), tags);
            });
  }

  static Optional<XnatTags> experiment(XnatRow row) {
    Optional<String> subject = row.cell("subject_label");
    Optional<String> label = row.cell("label").or(() -> row.cell("ID"));
    if (subject.isEmpty() || label.isEmpty()) {
      return Optional.empty();
    }
    DataSet tags =
        new DataSet().set(Tag.PatientID, subject.get()).set(Tag.AccessionNumber, label.get());
    row.cell("UID").ifPresent(uid -> tags.set(Tag.StudyInstanceUID, uid));
    row.cell("date")
        .map(date -> date.replace("-", ""))
        .filter(date -> date.matches("[0-9]{8}"))
        .ifPresent(date -> tags.set(Tag.StudyDate, date));
    modality(row, tags);
    return Optional.of(new XnatTags(XnatPlace.of(subject.get(), label.get()), tags));
  }

  static Optional<XnatTags> scan(XnatTags experiment, XnatRow row) {
    return row.cell("ID")
        .map(
            id -> {
              DataSet tags = new DataSet();
              experiment.tags().forEach(tags::put);
              tags.remove(Tag.Modality);
              modality(row, tags);
              row.cell("UID").ifPresent(uid -> tags.set(Tag.SeriesInstanceUID, uid));
              row.cell("series_description")
                  .ifPresent(text -> tags.set(Tag.SeriesDescription, text));
              return new XnatTags(experiment.place().at(id), tags);
            });
  }

  private static void modality(XnatRow row, DataSet tags) {
    row.cell("xsiType")
        .flatMap(XnatTypes::modality)
        .ifPresent(modality -> tags.set(Tag.Modality, modality));
  }

  /** By UIDs as far as they are known, and by its key. */
  Reference reference() {
    DicomLevel level = place.level();
    return Reference.of(level, tags)
        .map(reference -> reference.withKey(place.path()))
        .orElseGet(() -> Reference.key(level, place.path()));
  }
}
