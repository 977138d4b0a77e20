package org.lucina.archive.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.query.sql.SqlQueryService;

/** Makes the query service. */
@ApplicationScoped
public class QueryBeans {

  /** Answers from the index. */
  @Produces
  @ApplicationScoped
  QueryService queries(Database database, ArchiveIndex index) {
    return new SqlQueryService(database, index::settle);
  }
}
