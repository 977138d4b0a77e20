package org.lucina.archive.index;

class PostgreSqlConcurrentStoringTest extends ConcurrentStoringContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }

  @Override
  int servers() {
    return 3;
  }
}
