package org.lucina.endpoint.mint;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/** Picks from studies what a query asks for, within its offset and limit. */
final class Search {
  private final Query query;
  private final Matches matches;
  private int passed;
  private int repeats;

  Search(Query query, Endpoint.Sink sink) {
    this.query = query;
    this.matches = new Matches(query, sink);
  }

  /** Takes a study; returns false when no more are needed. */
  boolean take(MintStudy study, Set<Integer> sent) throws EndpointException {
    DataSet tags = study.tags();
    if (query.level() == DicomLevel.STUDY) {
      return offer(tags, study, sent);
    }
    for (MintStudy.MintSeries series : study.series()) {
      DataSet ofSeries = merge(tags, series.tags());
      List<DataSet> parts =
          query.level() == DicomLevel.SERIES
              ? List.of(ofSeries)
              : series.instances().stream().map(own -> merge(ofSeries, own)).toList();
      for (DataSet part : parts) {
        if (!offer(part, study, sent)) {
          return false;
        }
      }
    }
    return matches.wantsMore();
  }

  /** As many studies are enough, as long as the server matches no more loosely than DICOM does. */
  OptionalInt serverLimit() {
    return query.level() == DicomLevel.STUDY && query.limit().isPresent()
        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, matches.wanted()))
        : OptionalInt.empty();
  }

  boolean wantsMore() {
    return matches.wantsMore();
  }

  /** All matches so far come once more, before others. */
  void again() {
    repeats = passed;
  }

  private boolean offer(DataSet tags, MintStudy study, Set<Integer> sent) throws EndpointException {
    if (!matches(tags, sent)) {
      return true;
    }
    Reference reference =
        Reference.of(query.level(), tags)
            .filter(found -> found.at(DicomLevel.STUDY).isPresent())
            .orElseThrow(
                () ->
                    new EndpointException(
                        EndpointException.Reason.FAILED,
                        "the server answers without the UID of the level"));
    if (repeats > 0) {
      repeats--;
      return true;
    }
    passed++;
    return matches.take(() -> Dixel.of(reference).tags(tags).metadata(study.metadata()).build());
  }

  /** What the server has matched it need not tell; all else must be there to match. */
  private boolean matches(DataSet tags, Set<Integer> sent) {
    Query.Builder told = Query.of(query.level());
    for (QueryKey key : query.keys()) {
      if (!sent.contains(key.tag()) || tags.contains(key.tag())) {
        told.key(key);
      }
    }
    return told.build().matches(tags);
  }

  private static DataSet merge(DataSet above, DataSet own) {
    DataSet merged = new DataSet();
    above.forEach(merged::put);
    for (Element element : own) {
      if (element.tag() != Tag.SpecificCharacterSet) {
        merged.put(element);
      }
    }
    return merged;
  }
}
