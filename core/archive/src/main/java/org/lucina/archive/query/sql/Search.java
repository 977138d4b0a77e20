package org.lucina.archive.query.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.database.Statements;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.query.match.Condition;
import org.lucina.archive.query.match.HeaderKeys;
import org.lucina.archive.query.match.KeyConditions;
import org.lucina.archive.query.match.Restriction;
import org.lucina.dicom.DataSet;
import org.lucina.spi.query.QueryException;

/** One query while it is answered. */
final class Search {
  private static final int FETCH_SIZE = 500;

  /** Headers that are read to match on them, at most. */
  private static final int MAX_HEADERS = 50_000;

  private final ArchiveQuery query;
  private final HeaderKeys headerKeys;
  private final QueryService.MatchSink sink;
  private final ReturnedAttributes returned;
  private final List<Restriction> upper;
  private final List<Restriction> lower;
  private int skipped;
  private int given;
  private boolean more;

  Search(
      ArchiveQuery query, KeyConditions keys, HeaderKeys headerKeys, QueryService.MatchSink sink) {
    this.query = query;
    this.headerKeys = headerKeys;
    this.sink = sink;
    this.returned = ReturnedAttributes.of(query);
    this.upper = new ArrayList<>(keys.upper());
    this.lower = keys.lower();
    if (query.requestor().deidentifiedOnly()) {
      upper.add(KeyConditions.deidentified(query.level()));
    }
    this.skipped = headerKeys.isNeeded() ? 0 : query.offset();
  }

  private Condition statement(List<Condition> ofStudies, List<Condition> below) {
    QueryStatement select = new QueryStatement(query.level(), returned);
    return headerKeys.isNeeded()
        ? select.select(ofStudies, below, 0, MAX_HEADERS)
        : select.select(ofStudies, below, query.offset(), query.limit() + 1L);
  }

  /** Gives the matches; tells whether there are more than the limit let through. */
  boolean run(Connection connection) throws SQLException {
    Lookups lookups = new Lookups(connection);
    Optional<List<Condition>> ofStudies = lookups.resolve(upper);
    Optional<List<Condition>> below = lookups.resolve(lower);
    if (ofStudies.isPresent() && below.isPresent()) {
      run(connection, statement(ofStudies.get(), below.get()));
    }
    return more;
  }

  private void run(Connection connection, Condition statement) throws SQLException {
    MatchBuilder builder = new MatchBuilder(returned);
    Headers headers = new Headers(connection);
    int headerColumn = returned.columns().size() + 1;
    try (PreparedStatement select = Statements.bounded(connection, statement.sql())) {
      select.setFetchSize(FETCH_SIZE);
      statement.bind(select);
      try (ResultSet rows = select.executeQuery()) {
        boolean wanted = true;
        while (wanted && rows.next()) {
          DataSet header =
              returned.needsHeader() ? headers.read(rows, headerColumn) : new DataSet();
          wanted = !headerKeys.match(header) || give(builder.build(rows, header));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (QueryException e) {
      throw new MalformedKey(e);
    }
  }

  private boolean give(DataSet match) throws IOException {
    if (skipped < query.offset()) {
      skipped++;
      return true;
    }
    if (given == query.limit()) {
      more = true;
      return false;
    }
    given++;
    return sink.accept(match);
  }

  /** Carries a fault of a key out of the transaction. */
  static final class MalformedKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient QueryException fault;

    MalformedKey(QueryException fault) {
      super(fault);
      this.fault = fault;
    }

    QueryException fault() {
      return fault;
    }
  }
}
