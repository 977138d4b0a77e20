package org.lucina.endpoint.sql;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryException;

/** Answers one query page by page, so that no transaction is open while matches are given. */
final class Search {
  private static final int PAGE = 500;

  private final Statements statements;
  private final Query query;
  private final Matches matches;

  Search(Statements statements, Query query, Endpoint.Sink sink) {
    this.statements = statements;
    this.query = query;
    this.matches = new Matches(query, sink);
  }

  void run() throws EndpointException {
    SqlTable table = statements.table();
    Condition wanted = condition(table);
    Condition next = wanted;
    List<DataSet> rows;
    do {
      rows = statements.rows(next, PAGE);
      for (DataSet row : rows) {
        if (!give(table, row)) {
          return;
        }
      }
      if (rows.size() == PAGE) {
        next = wanted.and(behind(table, rows.get(PAGE - 1)));
      }
    } while (rows.size() == PAGE);
  }

  private Condition condition(SqlTable table) throws EndpointException {
    try {
      return new Conditions(table).of(query);
    } catch (QueryException e) {
      throw new EndpointException(Reason.REFUSED, "a key " + e.getMessage(), e);
    }
  }

  private static Condition behind(SqlTable table, DataSet last) throws EndpointException {
    SqlColumn key = table.key();
    Object value =
        key.attribute()
            .text(last)
            .flatMap(key.kind()::value)
            .orElseThrow(() -> new EndpointException(Reason.FAILED, "a row has no identifier"));
    return Condition.of(key.name() + " > ?", value);
  }

  /** Returns false when no more are wanted. */
  private boolean give(SqlTable table, DataSet row) throws EndpointException {
    Optional<Reference> found = Reference.of(table.level(), row);
    return found.isEmpty() || matches.offer(found.get(), row);
  }
}
