package org.lucina.archive.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryException;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.server.ArchiveCapabilities;

/** Answers queries from the index. */
final class ArchiveSearch {
  /** What comes back unasked at each level and those below: names and what tells them apart. */
  private static final Map<DicomLevel, Set<Integer>> RETURNED =
      Map.of(
          DicomLevel.PATIENT,
          Set.of(Tag.PatientName, Tag.PatientID),
          DicomLevel.STUDY,
          Set.of(
              Tag.StudyDate,
              Tag.StudyTime,
              Tag.AccessionNumber,
              Tag.StudyDescription,
              Tag.StudyInstanceUID),
          DicomLevel.SERIES,
          Set.of(Tag.Modality, Tag.SeriesDescription, Tag.SeriesInstanceUID, Tag.SeriesNumber),
          DicomLevel.INSTANCE,
          Set.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber));

  private final QueryService queries;

  ArchiveSearch(QueryService queries) {
    this.queries = queries;
  }

  /**
   * Gives each match to a sink.
   *
   * @throws UnsupportedQueryException for keys that are matched on headers, which are read only
   *     where the query names a study, series or instance
   */
  void find(Query query, Requestor self, Endpoint.Sink sink) throws EndpointException {
    ArchiveCapabilities.ALL.queries().check(query);
    checkKeys(query);
    ArchiveQuery asked =
        new ArchiveQuery(
            query.level(),
            query.identifier(),
            false,
            returned(query),
            query.fuzzy(),
            query.offset(),
            query.limit().orElse(Integer.MAX_VALUE),
            self);
    Taking taking = new Taking(query.level(), sink);
    try {
      queries.find(asked, taking::take);
    } catch (QueryException e) {
      throw new EndpointException(
          Reason.REFUSED, "the value of " + name(e.tag()) + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw taking.fault.orElseGet(
          () -> new EndpointException(Reason.FAILED, "the index cannot be read", e));
    }
  }

  private void checkKeys(Query query) throws UnsupportedQueryException {
    boolean isNarrow =
        query.level() == DicomLevel.INSTANCE
            && query.keys().stream()
                .filter(key -> key.matching() != Matching.UNIVERSAL)
                .map(QueryKey::tag)
                .anyMatch(
                    Set.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID)
                        ::contains);
    Set<Integer> known = queries.matchingKeys(query.level());
    List<String> unknown =
        query.keys().stream()
            .filter(key -> key.matching() != Matching.UNIVERSAL)
            .filter(key -> !isNarrow && !known.contains(key.path().get(0)))
            .map(
                key ->
                    "matching on "
                        + key.attribute()
                        + (query.level() == DicomLevel.INSTANCE
                            ? " without naming a study or series"
                            : ""))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnsupportedQueryException(unknown);
    }
  }

  private static Set<Integer> returned(Query query) {
    Set<Integer> tags = new TreeSet<>(query.include());
    RETURNED.forEach(
        (level, some) -> {
          if (!level.isBelow(query.level())) {
            tags.addAll(some);
          }
        });
    return tags;
  }

  private static String name(int tag) {
    return Dictionary.find(tag)
        .map(Dictionary.Entry::keyword)
        .orElseGet(() -> String.format("%08X", tag));
  }

  /** What was asked for, for the audit trail: no values. */
  static String describe(Query query) {
    return query.level().name().toLowerCase(Locale.ROOT)
        + query.keys().stream()
            .map(QueryKey::attribute)
            .collect(Collectors.joining(", ", " by ", ""));
  }

  /** Gives matches on, and keeps what the sink throws. */
  private static final class Taking {
    private final DicomLevel level;
    private final Endpoint.Sink sink;
    private Optional<EndpointException> fault = Optional.empty();

    private Taking(DicomLevel level, Endpoint.Sink sink) {
      this.level = level;
      this.sink = sink;
    }

    /** A patient without id cannot be named, and is passed over. */
    private boolean take(DataSet match) throws IOException {
      Optional<Reference> found = Reference.of(level, match);
      try {
        if (Thread.currentThread().isInterrupted()) {
          throw new EndpointException(Reason.FAILED, "the search was interrupted");
        }
        return found.isEmpty() || sink.accept(Dixel.of(found.get()).tags(match).build());
      } catch (EndpointException e) {
        fault = Optional.of(e);
        throw new IOException(e);
      }
    }
  }
}
