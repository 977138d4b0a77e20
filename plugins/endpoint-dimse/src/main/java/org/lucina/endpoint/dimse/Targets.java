package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Names to the peer what references mean, asking it for identifiers that are missing. */
final class Targets {
  private final Finder finder;
  private final QueryModel.Choice models;

  Targets(Finder finder, QueryModel.Choice models) {
    this.finder = finder;
    this.models = models;
  }

  /** The model by which a reference is retrieved. */
  QueryModel model(Reference reference) {
    return models.at(reference.level());
  }

  /**
   * The reference with the identifiers of all levels that the model has above it.
   *
   * @throws EndpointException NOT_FOUND when the peer has no such dixel
   */
  Reference complete(Reference reference) throws EndpointException {
    if (isComplete(reference)) {
      return reference;
    }
    return first(reference)
        .map(Dixel::reference)
        .filter(this::isComplete)
        .orElseThrow(() -> notFound(reference));
  }

  /** What the peer's index tells of a dixel. */
  Optional<Dixel> first(Reference reference) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    Query query = keys(reference.level(), reference).build().withLimit(1);
    finder.find(query, found::add);
    return found.stream().findFirst();
  }

  /** A query at or below a reference, limited to it. */
  static Query.Builder keys(DicomLevel level, Reference reference) throws EndpointException {
    if (reference.identifier().isEmpty()) {
      throw new EndpointException(Reason.REFUSED, "a key names nothing to a remote AE");
    }
    Query.Builder query = Query.of(level);
    for (DicomLevel each : DicomLevel.values()) {
      identifier(reference, each)
          .ifPresent(value -> query.key(AttributeLevels.uniqueKey(each), value));
    }
    return query;
  }

  /** The identifier of a C-MOVE or C-GET (PS3.4 C.4.2.1.4). */
  DataSet identifier(Reference complete) {
    DataSet identifier =
        new DataSet().set(Tag.QueryRetrieveLevel, VR.CS, complete.level().queryRetrieveLevel());
    for (DicomLevel level : model(complete).downTo(complete.level())) {
      identifier.set(AttributeLevels.uniqueKey(level), identifier(complete, level).orElseThrow());
    }
    return identifier;
  }

  /** Says that the peer has none. */
  static EndpointException notFound(Reference reference) {
    return new EndpointException(Reason.NOT_FOUND, "the peer has no " + reference);
  }

  private boolean isComplete(Reference reference) {
    return model(reference).downTo(reference.level()).stream()
        .allMatch(level -> identifier(reference, level).isPresent());
  }

  private static Optional<String> identifier(Reference reference, DicomLevel level) {
    return switch (level) {
      case PATIENT -> reference.patientId();
      case STUDY -> reference.studyUid();
      case SERIES -> reference.seriesUid();
      case INSTANCE -> reference.instanceUid();
    };
  }
}
