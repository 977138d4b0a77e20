package org.lucina.archive.identity;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lucina.archive.index.TestDatabase;

/** The mint {@code registry} over PostgreSQL. */
class PostgreSqlRegistryMintTest extends RegistryMintContract {
  private static TestDatabase database;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.postgreSql();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Override
  TestDatabase database() {
    return database;
  }
}
