package org.lucina.archive.query.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.query.match.HeaderKeys;
import org.lucina.archive.query.match.KeyConditions;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;

/** Answers queries with one statement each, row by row. */
public final class SqlQueryService implements QueryService {
  private final Database database;
  private final Runnable settle;

  /**
   * Asks a database whose schema is in place.
   *
   * @param settle returns when all that was acknowledged is in the database
   */
  public SqlQueryService(Database database, Runnable settle) {
    this.database = database;
    this.settle = settle;
  }

  @Override
  public QueryOutcome find(ArchiveQuery query, MatchSink sink) throws QueryException, IOException {
    KeyConditions keys = KeyConditions.of(query.level(), query.keys(), query.fuzzyMatching());
    HeaderKeys headerKeys = HeaderKeys.of(query, keys.others());
    settle.run();
    Search search = new Search(query, keys, headerKeys, sink);
    try {
      boolean more = database.transactions().read(search::run);
      return new QueryOutcome(more, headerKeys.unmatched(), query.fuzzyMatching());
    } catch (SQLException e) {
      throw new IndexException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Search.MalformedKey e) {
      throw e.fault();
    }
  }

  @Override
  public Set<Integer> matchingKeys(DicomLevel level) {
    Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
    for (DicomLevel above : DicomLevel.values()) {
      if (above.compareTo(level) <= 0) {
        LevelTable.of(above).attributes().stream().map(IndexedAttribute::tag).forEach(tags::add);
      }
    }
    return tags;
  }
}
