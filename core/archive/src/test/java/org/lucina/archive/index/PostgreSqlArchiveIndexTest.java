package org.lucina.archive.index;

class PostgreSqlArchiveIndexTest extends ArchiveIndexContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.postgreSql();
  }
}
