package org.lucina.endpoint.xnat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Finds where things are that are named by their identifiers rather than by a key. */
final class XnatPlaces {
  private final XnatProject project;

  XnatPlaces(XnatProject project) {
    this.project = project;
  }

  /** The place of a dixel, empty when there is none that is known. */
  Optional<XnatPlace> find(Reference reference) throws EndpointException {
    DicomLevel level = reference.level();
    if (reference.key().isPresent()) {
      return Optional.of(
          XnatPlace.parse(reference.key().get(), level)
              .orElseThrow(
                  () -> new EndpointException(Reason.REFUSED, "the key is no place in XNAT")));
    }
    if (level == DicomLevel.PATIENT) {
      return Optional.of(XnatPlace.of(XnatLabels.subject(reference.patientId().orElseThrow())));
    }
    if (level == DicomLevel.INSTANCE) {
      Optional<Reference> series = reference.at(DicomLevel.SERIES);
      Optional<XnatPlace> scan = series.isEmpty() ? Optional.empty() : find(series.get());
      String uid = reference.instanceUid().orElseThrow();
      return scan.map(found -> found.at(XnatLabels.file(uid)));
    }
    return search(reference);
  }

  private Optional<XnatPlace> search(Reference reference) throws EndpointException {
    Query.Builder query = Query.of(reference.level()).limit(1);
    reference.studyUid().ifPresent(uid -> query.key(Tag.StudyInstanceUID, uid));
    reference.seriesUid().ifPresent(uid -> query.key(Tag.SeriesInstanceUID, uid));
    List<Dixel> found = new ArrayList<>();
    new XnatSearch(project, query.build(), found::add).run();
    return found.stream()
        .findFirst()
        .flatMap(dixel -> dixel.reference().key())
        .flatMap(key -> XnatPlace.parse(key, reference.level()));
  }
}
