package org.lucina.endpoint.xnat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Parts;

/** Puts one dixel with all its instances, and makes the subject, experiment and scans of them. */
final class XnatUpload {
  private final XnatProject project;
  private final Set<XnatPlace> made = new HashSet<>();
  private final Map<List<Object>, XnatPlace> experiments = new HashMap<>();

  XnatUpload(XnatProject project) {
    this.project = project;
  }

  Reference put(Dixel dixel) throws EndpointException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      return putInstance(dixel);
    }
    Parts.each(dixel, DicomLevel.INSTANCE, this::putInstance);
    return dixel.reference();
  }

  private Reference putInstance(Dixel dixel) throws EndpointException {
    try {
      return upload(dixel);
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  private Reference upload(Dixel dixel) throws EndpointException, IOException {
    Content file =
        dixel
            .file()
            .orElseThrow(
                () -> new EndpointException(Reason.REFUSED, dixel + " comes without a file"));
    DataSet tags = head(file);
    Reference instance =
        Reference.of(DicomLevel.INSTANCE, tags)
            .filter(known -> known.studyUid().isPresent() && known.seriesUid().isPresent())
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.REFUSED, "the file is no DICOM object with its UIDs"));
    XnatPlace place = place(tags, instance);
    project.upload(place, file);
    return instance.withKey(place.path());
  }

  static DataSet head(Content file) throws EndpointException, IOException {
    try (DicomReader reader =
        DicomReader.of(new BufferedInputStream(file.open()), DicomReader.Options.BEFORE_PIXELS)) {
      return reader.readDataSet();
    } catch (DicomFormatException e) {
      throw new EndpointException(Reason.REFUSED, "the file is no DICOM object", e);
    }
  }

  private XnatPlace place(DataSet tags, Reference instance) throws EndpointException {
    String modality = tags.string(Tag.Modality).orElse("OT").strip();
    XnatPlace subject = XnatPlace.of(XnatLabels.subject(tags));
    String sex = tags.string(Tag.PatientSex).orElse("").strip();
    String gender = sex.equals("M") ? "male" : sex.equals("F") ? "female" : "";
    make(subject, "gender", gender);
    String study = instance.studyUid().orElseThrow();
    List<Object> known = List.of(subject, study);
    XnatPlace experiment = experiments.get(known);
    if (experiment == null) {
      experiment = experiment(subject, tags, study, XnatTypes.experiment(modality));
      experiments.put(known, experiment);
    }
    String series = instance.seriesUid().orElseThrow();
    XnatPlace scan = experiment.at(XnatLabels.scan(series));
    String scanType = XnatTypes.scan(modality);
    make(
        scan,
        "xsiType",
        scanType,
        scanType + "/UID",
        series,
        scanType + "/series_description",
        tags.string(Tag.SeriesDescription).orElse("").strip());
    return scan.at(XnatLabels.file(instance.instanceUid().orElseThrow()));
  }

  /** Several studies may have one accession number, and are experiments of their own. */
  private XnatPlace experiment(XnatPlace subject, DataSet tags, String study, String type)
      throws EndpointException {
    String[] parameters = {"xsiType", type, type + "/UID", study, type + "/date", date(tags)};
    XnatPlace usual = subject.at(XnatLabels.experiment(tags));
    Optional<String> there = project.look(usual);
    if (there.isEmpty()) {
      project.put(usual, XnatPlace.query(parameters));
    } else if (there.flatMap(XnatItem::uid).filter(uid -> !uid.equals(study)).isPresent()) {
      XnatPlace besides = subject.at(XnatLabels.experimentBesides(tags));
      make(besides, parameters);
      return besides;
    }
    return usual;
  }

  /** What is there already stays as it is: its type cannot be changed. */
  private void make(XnatPlace place, String... parameters) throws EndpointException {
    if (made.add(place) && !project.has(place)) {
      project.put(place, XnatPlace.query(parameters));
    }
  }

  private static String date(DataSet tags) {
    String date = tags.string(Tag.StudyDate).orElse("").strip();
    return date.matches("[0-9]{8}")
        ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
        : "";
  }
}
