package org.lucina.archive.identity;

import org.lucina.archive.index.TestDatabase;

class PostgreSqlIdentityTest extends IdentityContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }

  @Override
  int servers() {
    return 3;
  }
}
