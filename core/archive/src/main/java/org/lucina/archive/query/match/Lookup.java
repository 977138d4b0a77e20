package org.lucina.archive.query.match;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A restriction that an index beside the table answers with row ids. When there are few, rows are
 * fetched by them; when there are many, rows are gone through in the order of the answers, and each
 * is asked: so a query is fast whether its key is rare or common.
 *
 * @param column what the ids are of, in SQL
 * @param ids a selection of the ids
 * @param perRow the same as a condition on each row
 */
public record Lookup(String column, Condition ids, Condition perRow) implements Restriction {

  /** The ids that any of some look-ups of one column give. */
  static Lookup any(List<Lookup> lookups) {
    return joined(lookups, " UNION ", Condition.any(perRow(lookups)));
  }

  /** The ids that all of some look-ups of one column give. */
  static Lookup all(List<Lookup> lookups) {
    return joined(lookups, " INTERSECT ", Condition.all(perRow(lookups)));
  }

  private static List<Condition> perRow(List<Lookup> lookups) {
    return lookups.stream().map(Lookup::perRow).toList();
  }

  private static Lookup joined(List<Lookup> lookups, String by, Condition perRow) {
    if (lookups.size() == 1) {
      return lookups.get(0);
    }
    String sql =
        lookups.stream()
            .map(each -> "(" + each.ids().sql() + ")")
            .collect(Collectors.joining(by, "SELECT * FROM (", ") ids"));
    Condition ids =
        new Condition(
            sql, lookups.stream().flatMap(each -> each.ids().parameters().stream()).toList());
    return new Lookup(lookups.get(0).column(), ids, perRow);
  }
}
