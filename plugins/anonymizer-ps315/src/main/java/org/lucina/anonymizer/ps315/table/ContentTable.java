package org.lucina.anonymizer.ps315.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Table E.3.4-1 with some options: what is done to content items by their concepts. */
public final class ContentTable {
  private final Map<Concept, Act> acts = new HashMap<>();

  /** What a content item is about. */
  private record Concept(String valueType, String scheme, String code) {}

  /** The table with these options. */
  public ContentTable(Set<Option> options) {
    for (String[] cells : Tables.lines("content.tsv")) {
      Act act = act(ActionCode.of(cells[0]), Tables.options(cells[4]), options);
      for (String code : cells[3].split(" ")) {
        acts.put(new Concept(cells[1], cells[2], code), act);
      }
    }
  }

  /** Whether an item may be missing depends on its template, which is not known here. */
  private static Act act(ActionCode base, Map<Option, Act> own, Set<Option> options) {
    return own.entrySet().stream()
        .filter(each -> options.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .max(Act::compareTo)
        .orElseGet(() -> base.of(Type.UNKNOWN));
  }

  /** The action on an item; empty when the table has no row. */
  public Optional<Act> act(String valueType, String scheme, String code) {
    return Optional.ofNullable(acts.get(new Concept(valueType, scheme, code)));
  }
}
