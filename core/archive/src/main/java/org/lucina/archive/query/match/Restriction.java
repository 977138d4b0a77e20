package org.lucina.archive.query.match;

import java.util.List;

/** What a key demands of rows: a condition, or a look-up in an index beside the table. */
public sealed interface Restriction permits Condition, Lookup {

  /** The same as a condition on each row. */
  Condition perRow();

  /** Any of them: a look-up where all are look-ups of one column. */
  static Restriction any(List<Restriction> restrictions) {
    if (restrictions.size() == 1) {
      return restrictions.get(0);
    }
    List<Lookup> lookups =
        restrictions.stream().filter(Lookup.class::isInstance).map(Lookup.class::cast).toList();
    boolean oneColumn = lookups.stream().map(Lookup::column).distinct().count() == 1;
    return oneColumn && lookups.size() == restrictions.size()
        ? Lookup.any(lookups)
        : Condition.any(restrictions.stream().map(Restriction::perRow).toList());
  }
}
