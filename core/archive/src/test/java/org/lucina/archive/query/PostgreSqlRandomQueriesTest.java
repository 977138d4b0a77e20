package org.lucina.archive.query;

import org.lucina.archive.index.TestDatabase;

class PostgreSqlRandomQueriesTest extends RandomQueriesContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }
}
