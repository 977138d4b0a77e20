package org.lucina.endpoint.dicomweb;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * Takes what a service tells as matches of one query, and gives those to a sink that do match: some
 * services pass over keys that they do not know.
 */
final class Candidates {
  private final Query query;
  private final SearchRequest request;
  private final Matches matches;

  Candidates(Query query, SearchRequest request, Endpoint.Sink sink) {
    this.query = query;
    this.request = request;
    this.matches = new Matches(query, sink);
  }

  /** How many are wanted yet, those to skip among them. */
  long wanted() {
    return matches.wanted();
  }

  /** Takes one; returns false when no more are wanted. */
  boolean take(DataSet match) throws EndpointException {
    if (!query.keys().stream().allMatch(key -> passes(key, match))) {
      return true;
    }
    Reference reference =
        Reference.of(query.level(), match)
            .orElseThrow(
                () -> new EndpointException(Reason.FAILED, "a match came without its UID"));
    return matches.take(() -> Dixel.of(complete(reference)).tags(match).build());
  }

  /**
   * What the service was asked to match need not come back; names are not compared fuzzily here.
   */
  private boolean passes(QueryKey key, DataSet match) {
    int tag = key.path().get(0);
    boolean told = match.contains(tag) || !request.sent().contains(tag);
    return key.matching() == Matching.UNIVERSAL
        || !told
        || query.fuzzy() && Dictionary.vrOf(tag) == VR.PN
        || Query.of(query.level()).key(key).build().matches(match);
  }

  /** Services may leave UIDs out that the path has named. */
  private Reference complete(Reference reference) {
    Optional<String> series =
        reference.level() == DicomLevel.STUDY
            ? Optional.empty()
            : reference.seriesUid().or(() -> query.key(Tag.SeriesInstanceUID));
    return new Reference(
        reference.level(),
        reference.patientId(),
        reference.studyUid().or(() -> query.key(Tag.StudyInstanceUID)),
        series,
        reference.instanceUid(),
        Optional.empty());
  }
}
