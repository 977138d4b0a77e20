package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * The C-FINDs that answer a query (PS3.4 C.4.1.3.1): hierarchically, each level is asked with the
 * unique keys of those above, so that levels above are asked first where these are not known.
 *
 * @param known unique keys that the query itself gives
 * @param steps what is asked for, from the top down; the last one is the query's own level
 */
record FindPlan(Map<Integer, String> known, List<Step> steps) {

  /**
   * One level.
   *
   * @param level what is looked for
   * @param query its keys and the attributes that come back; no limit and no offset
   */
  record Step(DicomLevel level, Query query) {}

  /** Copies the collections. */
  FindPlan {
    known = Map.copyOf(known);
    steps = List.copyOf(steps);
  }

  /** One C-FIND with all keys, for peers that answer relational queries. */
  static FindPlan relational(Query query, QueryModel model) {
    Query.Builder whole = Query.of(query.level()).fuzzy(query.fuzzy());
    for (DicomLevel level : model.downTo(query.level())) {
      ask(whole, level, model);
    }
    query.keys().forEach(whole::key);
    query.include().forEach(whole::include);
    return new FindPlan(Map.of(), List.of(new Step(query.level(), whole.build())));
  }

  /**
   * A C-FIND for each level that must be asked.
   *
   * @throws UnsupportedQueryException when the whole archive would have to be walked through
   */
  static FindPlan hierarchical(Query query, QueryModel model) throws UnsupportedQueryException {
    Map<DicomLevel, List<QueryKey>> keys = new EnumMap<>(DicomLevel.class);
    for (QueryKey key : query.keys()) {
      DicomLevel level = level(key.path().get(0), query, model);
      keys.computeIfAbsent(level, none -> new ArrayList<>()).add(key);
    }
    Map<DicomLevel, List<Integer>> include = new EnumMap<>(DicomLevel.class);
    for (int tag : query.include()) {
      include.computeIfAbsent(level(tag, query, model), none -> new ArrayList<>()).add(tag);
    }
    Map<Integer, String> known = new TreeMap<>();
    List<Step> steps = new ArrayList<>();
    for (DicomLevel level : model.downTo(query.level())) {
      List<QueryKey> own = keys.getOrDefault(level, List.of());
      List<Integer> returned = include.getOrDefault(level, List.of());
      Optional<String> unique = unique(level, own);
      unique.ifPresent(value -> known.put(AttributeLevels.uniqueKey(level), value));
      boolean asked = own.size() > (unique.isPresent() ? 1 : 0) || !returned.isEmpty();
      if (level == query.level() || asked || unique.isEmpty()) {
        steps.add(step(level, own, returned, query.fuzzy(), model));
      }
    }
    checkBounded(steps, query.level(), model);
    return new FindPlan(known, steps);
  }

  private static Step step(
      DicomLevel level,
      List<QueryKey> keys,
      List<Integer> include,
      boolean fuzzy,
      QueryModel model) {
    Query.Builder step = Query.of(level).fuzzy(fuzzy);
    ask(step, level, model);
    keys.forEach(step::key);
    include.forEach(step::include);
    return new Step(level, step.build());
  }

  private static void ask(Query.Builder query, DicomLevel level, QueryModel model) {
    for (DicomLevel each : DicomLevel.values()) {
      if (model.holding(each) == level) {
        AttributeLevels.returned(each).forEach(tag -> query.key(tag, ""));
      }
    }
  }

  /** Where an attribute is asked for: at its own level if that is above the query's. */
  private static DicomLevel level(int tag, Query query, QueryModel model) {
    return AttributeLevels.of(tag)
        .map(model::holding)
        .filter(level -> query.level().isBelow(level))
        .orElse(query.level());
  }

  private static Optional<String> unique(DicomLevel level, List<QueryKey> keys) {
    return keys.stream()
        .filter(key -> key.path().equals(List.of(AttributeLevels.uniqueKey(level))))
        .filter(key -> key.matching() == Matching.SINGLE_VALUE)
        .map(QueryKey::value)
        .findFirst();
  }

  /** A first step below the top has the unique keys of the levels above. */
  private static void checkBounded(List<Step> steps, DicomLevel level, QueryModel model)
      throws UnsupportedQueryException {
    Step first = steps.get(0);
    boolean bounded =
        first.level() != model.downTo(level).get(0)
            || first.query().keys().stream().anyMatch(key -> key.matching() != Matching.UNIVERSAL);
    if (steps.size() > 1 && !bounded) {
      throw new UnsupportedQueryException(
          List.of(
              "level "
                  + level.name().toLowerCase(Locale.ROOT)
                  + " without a key of the "
                  + first.level().name().toLowerCase(Locale.ROOT)));
    }
  }
}
