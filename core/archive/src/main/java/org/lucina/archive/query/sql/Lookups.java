package org.lucina.archive.query.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.database.Statements;
import org.lucina.archive.query.match.Condition;
import org.lucina.archive.query.match.Lookup;
import org.lucina.archive.query.match.Restriction;

/** Decides, by asking for a bounded number of ids, how the look-ups of a query are done. */
final class Lookups {
  /** Up to so many ids, rows are fetched by them. */
  private static final int FEW = 1000;

  private final Connection connection;

  Lookups(Connection connection) {
    this.connection = connection;
  }

  /** Conditions that say the same; empty when no row can fulfil them. */
  Optional<List<Condition>> resolve(List<Restriction> restrictions) throws SQLException {
    List<Condition> conditions = new ArrayList<>();
    Map<String, Set<Long>> idsByColumn = new LinkedHashMap<>();
    for (Restriction restriction : restrictions) {
      Optional<Set<Long>> few =
          restriction instanceof Lookup lookup ? few(lookup) : Optional.empty();
      if (few.isEmpty()) {
        conditions.add(restriction.perRow());
      } else {
        idsByColumn.merge(((Lookup) restriction).column(), few.get(), Lookups::common);
      }
    }
    if (idsByColumn.values().stream().anyMatch(Set::isEmpty)) {
      return Optional.empty();
    }
    idsByColumn.forEach((column, ids) -> conditions.add(Condition.of(column + " = ANY(?)", ids)));
    return Optional.of(conditions);
  }

  private Optional<Set<Long>> few(Lookup lookup) throws SQLException {
    Set<Long> ids = new HashSet<>();
    int rows = 0;
    try (PreparedStatement select =
        Statements.bounded(connection, lookup.ids().sql() + " LIMIT " + (FEW + 1))) {
      lookup.ids().bind(select);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          ids.add(result.getLong(1));
          rows++;
        }
      }
    }
    return rows > FEW ? Optional.empty() : Optional.of(ids);
  }

  private static Set<Long> common(Set<Long> some, Set<Long> others) {
    Set<Long> common = new HashSet<>(some);
    common.retainAll(others);
    return common;
  }
}
