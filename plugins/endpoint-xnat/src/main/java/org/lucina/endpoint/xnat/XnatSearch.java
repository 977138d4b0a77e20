package org.lucina.endpoint.xnat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** Answers one query from the tables of a project, matched here: XNAT matches little itself. */
final class XnatSearch {
  /** What the tables of each level tell: on nothing else can be matched there. */
  private static final Map<DicomLevel, Set<Integer>> TOLD =
      Map.of(
          DicomLevel.PATIENT,
          Set.of(Tag.PatientID, Tag.PatientSex),
          DicomLevel.STUDY,
          Set.of(
              Tag.PatientID,
              Tag.AccessionNumber,
              Tag.StudyDate,
              Tag.StudyInstanceUID,
              Tag.Modality),
          DicomLevel.SERIES,
          Set.of(
              Tag.PatientID,
              Tag.AccessionNumber,
              Tag.StudyDate,
              Tag.StudyInstanceUID,
              Tag.Modality,
              Tag.SeriesDescription,
              Tag.SeriesInstanceUID));

  static final QuerySupport SUPPORT =
      new QuerySupport(
          TOLD.keySet(),
          Optional.of(TOLD.values().stream().flatMap(Set::stream).collect(Collectors.toSet())),
          EnumSet.of(
              Matching.SINGLE_VALUE, Matching.LIST_OF_UID, Matching.WILD_CARD, Matching.RANGE),
          false,
          true,
          ConfigSpec.none());

  private final XnatProject project;
  private final Query query;
  private final Matches matches;

  XnatSearch(XnatProject project, Query query, Endpoint.Sink sink) {
    this.project = project;
    this.query = query;
    this.matches = new Matches(query, sink);
  }

  void run() throws EndpointException {
    SUPPORT.check(query, key -> TOLD.get(query.level()).contains(key.tag()));
    if (query.level() == DicomLevel.PATIENT) {
      project.subjects(row -> offer(XnatTags.subject(row)));
    } else if (query.level() == DicomLevel.STUDY) {
      project.experiments(row -> offer(XnatTags.experiment(row)));
    } else {
      project.experiments(row -> scans(XnatTags.experiment(row)));
    }
  }

  private boolean scans(Optional<XnatTags> experiment) throws EndpointException {
    if (experiment.isEmpty() || !maybe(experiment.get())) {
      return true;
    }
    boolean[] more = {true};
    project.scans(
        experiment.get().place(),
        row -> {
          more[0] = offer(XnatTags.scan(experiment.get(), row));
          return more[0];
        });
    return more[0];
  }

  /** Whether scans of an experiment may match: it is not looked into when it says otherwise. */
  private boolean maybe(XnatTags experiment) {
    return query.keys().stream()
        .filter(key -> experiment.tags().contains(key.tag()) && key.tag() != Tag.Modality)
        .allMatch(key -> Query.of(DicomLevel.STUDY).key(key).build().matches(experiment.tags()));
  }

  private boolean offer(Optional<XnatTags> found) throws EndpointException {
    return found.isEmpty() || matches.offer(found.get().reference(), found.get().tags());
  }
}
