package org.lucina.endpoint.dicomweb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * A query as QIDO-RS has it (PS3.18 8.3.4).
 *
 * @param path with its parameters, but without limit and offset
 * @param sent tags of the keys that the service is to match as they are
 */
record SearchRequest(String path, Set<Integer> sent) {

  /**
   * Writes a query.
   *
   * @param escapes whether the service decodes escapes
   */
  static SearchRequest of(Query query, Urls urls, boolean escapes)
      throws UnsupportedQueryException {
    List<QueryKey> keys = new ArrayList<>(query.keys());
    Set<Integer> sent = new LinkedHashSet<>();
    String folder = folder(query, keys, sent, urls);
    List<String> parameters = new ArrayList<>();
    Set<Integer> included = new LinkedHashSet<>(query.include());
    for (QueryKey key : keys) {
      if (key.matching() == Matching.UNIVERSAL) {
        included.add(key.path().get(0));
        continue;
      }
      Optional<KeyValue> value = KeyValue.of(key, escapes);
      value.ifPresent(sending -> parameters.add(name(key) + "=" + sending.text()));
      if (value.filter(KeyValue::exact).isPresent()) {
        sent.add(key.path().get(0));
      } else {
        included.add(key.path().get(0));
      }
    }
    if (!included.isEmpty()) {
      parameters.add(
          "includefield="
              + included.stream().map(SearchRequest::name).collect(Collectors.joining(",")));
    }
    if (query.fuzzy()) {
      parameters.add("fuzzymatching=true");
    }
    return new SearchRequest(folder + "?" + String.join("&", parameters), sent);
  }

  /** The path; takes those keys out that it names. */
  private static String folder(Query query, List<QueryKey> keys, Set<Integer> sent, Urls urls)
      throws UnsupportedQueryException {
    if (query.level() == DicomLevel.STUDY) {
      return "/studies";
    }
    String last = query.level() == DicomLevel.SERIES ? "/series" : "/instances";
    Optional<String> study = uid(query, Tag.StudyInstanceUID);
    if (urls == Urls.RELATIONAL || study.isEmpty()) {
      if (urls == Urls.HIERARCHICAL) {
        throw new UnsupportedQueryException(
            List.of(query.level() + " without one StudyInstanceUID"));
      }
      return last;
    }
    take(Tag.StudyInstanceUID, keys, sent);
    Optional<String> series = uid(query, Tag.SeriesInstanceUID);
    if (query.level() == DicomLevel.SERIES || series.isEmpty()) {
      return "/studies/" + study.get() + last;
    }
    take(Tag.SeriesInstanceUID, keys, sent);
    return "/studies/" + study.get() + "/series/" + series.get() + last;
  }

  private static void take(int tag, List<QueryKey> keys, Set<Integer> sent) {
    keys.removeIf(key -> key.path().equals(List.of(tag)));
    sent.add(tag);
  }

  private static Optional<String> uid(Query query, int tag) {
    return query.key(tag).map(String::strip).filter(Uids::isValid);
  }

  private static String name(QueryKey key) {
    return key.path().stream().map(SearchRequest::name).collect(Collectors.joining("."));
  }

  private static String name(int tag) {
    return Dictionary.find(tag)
        .map(Dictionary.Entry::keyword)
        .filter(keyword -> !keyword.isEmpty())
        .orElseGet(() -> String.format("%08X", tag));
  }
}
