package org.lucina.web.dicomweb.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.query.QueryService.QueryOutcome;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer;
import org.lucina.web.dicomweb.ServiceUri;
import org.lucina.web.dicomweb.Warnings;

/** Answers a search from the archive's queries (QIDO-RS, PS3.18 10.6). */
@Dependent
public class SearchService {
  private final QueryService queries;
  private final LucinaServer server;

  /** Asks the archive. */
  @Inject
  public SearchService(QueryService queries, LucinaServer server) {
    this.queries = queries;
    this.server = server;
  }

  /**
   * Writes the matches.
   *
   * @return the warnings that the response must carry
   */
  List<String> search(
      SearchTarget target,
      SearchParameters parameters,
      Requestor requestor,
      ServiceUri service,
      MatchWriter writer)
      throws QueryException, IOException {
    ArchiveSettings now = server.settings();
    int limit = Math.min(parameters.limit().orElse(now.maxResults()), now.maxResults());
    if (limit == 0) {
      return List.of();
    }
    ArchiveQuery query =
        new ArchiveQuery(
            target.level(),
            keys(target, parameters),
            parameters.includeAll(),
            parameters.includes(),
            parameters.fuzzy().orElse(now.fuzzyMatching()),
            parameters.offset(),
            limit,
            requestor);
    QueryOutcome outcome =
        queries.find(
            query,
            match -> {
              writer.write(complete(match, target, service));
              return true;
            });
    return warnings(parameters, outcome, parameters.offset() + limit, new Warnings(service));
  }

  private static DataSet keys(SearchTarget target, SearchParameters parameters) {
    KeyTree keys = new KeyTree();
    target.study().ifPresent(uid -> match(keys, Tag.StudyInstanceUID, uid.value()));
    target.series().ifPresent(uid -> match(keys, Tag.SeriesInstanceUID, uid.value()));
    parameters.matches().forEach(keys::match);
    for (int tag :
        ReturnKeys.of(target.level(), target.study().isPresent(), target.series().isPresent())) {
      keys.match(new AttributePath(List.of(tag)), List.of());
    }
    return keys.toDataSet();
  }

  private static void match(KeyTree keys, int tag, String value) {
    keys.match(new AttributePath(List.of(tag)), List.of(value));
  }

  private static DataSet complete(DataSet match, SearchTarget target, ServiceUri service) {
    String study = uid(match, Tag.StudyInstanceUID, target.study().map(Record::toString));
    String url =
        switch (target.level()) {
          case PATIENT, STUDY -> service.study(study);
          case SERIES -> service.series(study, uid(match, Tag.SeriesInstanceUID, Optional.empty()));
          case INSTANCE ->
              service.instance(
                  study,
                  uid(match, Tag.SeriesInstanceUID, target.series().map(Record::toString)),
                  uid(match, Tag.SOPInstanceUID, Optional.empty()));
        };
    match.set(Tag.RetrieveURL, VR.UR, url);
    if (match.string(Tag.InstanceAvailability).isEmpty() && target.level() != DicomLevel.SERIES) {
      match.set(Tag.InstanceAvailability, VR.CS, "ONLINE");
    }
    return match;
  }

  private static String uid(DataSet match, int tag, Optional<String> ofPath) {
    return match.string(tag).or(() -> ofPath).orElse("");
  }

  private static List<String> warnings(
      SearchParameters parameters, QueryOutcome outcome, int nextOffset, Warnings words) {
    List<String> warnings = new ArrayList<>();
    if (outcome.more()) {
      warnings.add(words.moreResults(nextOffset));
    }
    if (parameters.fuzzy().orElse(false) && !outcome.fuzzyApplied()) {
      warnings.add(words.fuzzyMatchingUnsupported());
    }
    if (parameters.multipleValues()) {
      warnings.add(words.multipleValueMatchingUnsupported());
    }
    Set<Integer> unmatched = outcome.unsupportedKeys();
    if (!unmatched.isEmpty()) {
      warnings.add(
          words.notMatched(
              unmatched.stream().map(KeyTree::name).sorted().collect(Collectors.joining(", "))));
    }
    return warnings;
  }
}
