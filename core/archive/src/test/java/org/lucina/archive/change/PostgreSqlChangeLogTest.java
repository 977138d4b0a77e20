package org.lucina.archive.change;

import org.lucina.archive.index.TestDatabase;

class PostgreSqlChangeLogTest extends ChangeLogContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }
}
