package org.lucina.spi.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;

/**
 * What queries an endpoint can honour.
 *
 * @param levels that it can look for
 * @param attributes that it can match on, empty for any
 * @param matchings kinds of matching that it knows; {@link Matching#UNIVERSAL} need not be named
 * @param fuzzy whether it can match names fuzzily
 * @param offset whether it can skip matches
 * @param extensions terms of its own, described as properties are
 */
public record QuerySupport(
    Set<DicomLevel> levels,
    Optional<Set<Integer>> attributes,
    Set<Matching> matchings,
    boolean fuzzy,
    boolean offset,
    ConfigSpec extensions) {

  /** Copies the sets. */
  public QuerySupport {
    levels = Set.copyOf(levels);
    attributes = attributes.map(Set::copyOf);
    matchings = Set.copyOf(matchings);
  }

  /** No queries at all. */
  public static QuerySupport none() {
    return new QuerySupport(Set.of(), Optional.empty(), Set.of(), false, false, ConfigSpec.none());
  }

  /** Everything but fuzzy matching and extensions, at some levels. */
  public static QuerySupport all(DicomLevel first, DicomLevel... more) {
    return new QuerySupport(
        EnumSet.of(first, more),
        Optional.empty(),
        EnumSet.allOf(Matching.class),
        false,
        true,
        ConfigSpec.none());
  }

  /**
   * Refuses a query that has a term that cannot be honoured.
   *
   * @throws UnsupportedQueryException naming every such term
   */
  public void check(Query query) throws UnsupportedQueryException {
    List<String> faults = new ArrayList<>();
    if (!levels.contains(query.level())) {
      faults.add("level " + query.level().name().toLowerCase(Locale.ROOT));
    }
    for (QueryKey key : query.keys()) {
      Matching matching = key.matching();
      if (matching == Matching.UNIVERSAL) {
        continue;
      }
      if (attributes.isPresent() && !attributes.get().contains(key.path().get(0))) {
        faults.add("matching on " + key.attribute());
      } else if (!matchings.contains(matching)
          || matching == Matching.SEQUENCE && !matchings.contains(key.valueMatching())) {
        Matching missing = matchings.contains(matching) ? key.valueMatching() : matching;
        String kind = missing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        faults.add(kind + " matching on " + key.attribute());
      }
    }
    if (query.fuzzy() && !fuzzy) {
      faults.add("fuzzy matching");
    }
    if (query.offset() > 0 && !offset) {
      faults.add("offset");
    }
    Set<String> known = new TreeSet<>();
    extensions.properties().forEach(property -> known.add(property.name()));
    query.extensions().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> faults.add("term '" + name + "'"));
    if (!faults.isEmpty()) {
      throw new UnsupportedQueryException(faults);
    }
  }

  /**
   * The same, where what can be matched depends on more than the attribute's name.
   *
   * @param told whether a key's attribute is one that can be matched in this query
   */
  public void check(Query query, Predicate<QueryKey> told) throws UnsupportedQueryException {
    check(query);
    List<String> faults =
        query.keys().stream()
            .filter(key -> key.matching() != Matching.UNIVERSAL && !told.test(key))
            .map(key -> "matching on " + key.attribute() + " at this level")
            .toList();
    if (!faults.isEmpty()) {
      throw new UnsupportedQueryException(faults);
    }
  }
}
