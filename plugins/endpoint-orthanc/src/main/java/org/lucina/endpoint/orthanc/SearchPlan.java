package org.lucina.endpoint.orthanc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * How a query is put to Orthanc: at the level of the lowest attribute that is matched, so that a
 * study is found when one of its series matches all keys.
 *
 * @param level that is searched
 * @param constraints what Orthanc is asked to match, by keyword
 * @param matched attributes that must be computed before keys can be matched
 * @param readsToMatch whether the objects themselves must be read to match keys
 * @param returned attributes that come back besides those of the level and above
 */
record SearchPlan(
    DicomLevel level,
    Map<String, String> constraints,
    Set<Computed> matched,
    boolean readsToMatch,
    Set<Integer> returned) {

  /** What else is said only of what a server has, and is nowhere in objects. */
  private static final Set<Integer> UNKNOWN =
      Set.of(
          Tag.SOPClassesInStudy,
          Tag.AlternateRepresentationSequence,
          Tag.InstanceAvailability,
          Tag.RetrieveAETitle,
          Tag.RetrieveURL,
          Tag.QueryRetrieveLevel,
          Tag.StorageMediaFileSetID,
          Tag.StorageMediaFileSetUID);

  static SearchPlan of(Query query, boolean readsUnindexed) throws UnsupportedQueryException {
    List<String> faults = new ArrayList<>();
    DicomLevel level = query.level();
    Set<Computed> matched = EnumSet.noneOf(Computed.class);
    Set<Integer> returned = new LinkedHashSet<>(query.include());
    boolean reads = false;
    Map<QueryKey, DicomLevel> indexed = new LinkedHashMap<>();
    for (QueryKey key : query.keys()) {
      int tag = key.path().get(0);
      returned.add(tag);
      if (key.matching() == Matching.UNIVERSAL) {
        continue;
      }
      Optional<Computed> computed = Computed.of(tag);
      Optional<DicomLevel> kept = computed.map(Computed::level).or(() -> MainTags.level(tag));
      computed.ifPresent(matched::add);
      if (UNKNOWN.contains(tag)) {
        faults.add("matching on " + key.attribute());
      } else if (kept.isEmpty()) {
        reads = true;
        if (!readsUnindexed) {
          faults.add("matching on " + key.attribute() + ", of which Orthanc has no index");
        }
      }
      DicomLevel needed = kept.orElse(DicomLevel.INSTANCE);
      level = needed.isBelow(level) ? needed : level;
      if (computed.isEmpty() && kept.isPresent()) {
        indexed.put(key, needed);
      }
    }
    if (!faults.isEmpty()) {
      throw new UnsupportedQueryException(faults);
    }
    return new SearchPlan(level, constraints(indexed.keySet()), matched, reads, returned);
  }

  private static Map<String, String> constraints(Set<QueryKey> indexed) {
    Map<String, String> constraints = new LinkedHashMap<>();
    for (QueryKey key : indexed) {
      Narrowing.of(key)
          .ifPresent(
              value -> constraints.put(Dictionary.find(key.tag()).orElseThrow().keyword(), value));
    }
    return constraints;
  }
}
