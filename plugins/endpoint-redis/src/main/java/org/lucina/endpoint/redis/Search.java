package org.lucina.endpoint.redis;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/** Answers one query: by identifiers, by a collection, or by all that there is, page by page. */
final class Search {
  /** Extension: looks in one collection alone. */
  static final String COLLECTION = "collection";

  private static final int PAGE = 200;

  private final Dixels dixels;
  private final Query query;
  private final Matches matches;

  Search(Dixels dixels, Query query, Endpoint.Sink sink) {
    this.dixels = dixels;
    this.query = query;
    this.matches = new Matches(query, sink);
  }

  void run() throws EndpointException {
    Optional<List<String>> named = named();
    if (named.isPresent()) {
      some(named.get());
      return;
    }
    String from = "-";
    List<String> page;
    do {
      page = dixels.page(from, PAGE);
      if (page.isEmpty() || !give(page)) {
        return;
      }
      from = "(" + page.get(page.size() - 1);
    } while (page.size() == PAGE);
  }

  /** The only identifiers that there can be. */
  private Optional<List<String>> named() throws EndpointException {
    if (query.extensions().containsKey(COLLECTION)) {
      return Optional.of(dixels.collected(query.extensions().get(COLLECTION)));
    }
    Column key = Columns.key(query.level());
    boolean uids = key.vr() == VR.UI;
    return query.keys().stream()
        .filter(each -> uids && each.path().equals(key.path()))
        .filter(each -> each.matching() != Matching.UNIVERSAL && !each.value().contains("\""))
        .findFirst()
        .map(QueryKey::value)
        .map(value -> Arrays.stream(value.split("\\\\")).map(String::strip).distinct().toList());
  }

  private void some(List<String> identifiers) throws EndpointException {
    for (int start = 0; start < identifiers.size(); start += PAGE) {
      if (!give(identifiers.subList(start, Math.min(start + PAGE, identifiers.size())))) {
        return;
      }
    }
  }

  private boolean give(List<String> identifiers) throws EndpointException {
    List<Map<String, String>> page = dixels.fields(identifiers);
    for (int i = 0; i < identifiers.size(); i++) {
      if (!page.get(i).isEmpty() && !give(identifiers.get(i), page.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns false when no more are wanted. */
  private boolean give(String identifier, Map<String, String> fields) throws EndpointException {
    try {
      Dixel found = DixelForm.dixel(reference(query.level(), identifier), fields);
      return matches.offer(found.tags(), () -> found);
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, "what Redis has is no dixel", e);
    }
  }

  /** A reference with nothing but the identifier of its level. */
  static Reference reference(DicomLevel level, String identifier) {
    return level == DicomLevel.PATIENT
        ? Reference.patient(identifier)
        : level == DicomLevel.STUDY
            ? Reference.study(identifier)
            : Reference.key(level, identifier);
  }
}
