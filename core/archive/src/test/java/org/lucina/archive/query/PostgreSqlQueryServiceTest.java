package org.lucina.archive.query;

import org.lucina.archive.index.TestDatabase;

class PostgreSqlQueryServiceTest extends QueryServiceContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }
}
