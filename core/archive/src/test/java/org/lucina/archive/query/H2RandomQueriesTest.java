package org.lucina.archive.query;

import org.lucina.archive.index.TestDatabase;

class H2RandomQueriesTest extends RandomQueriesContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.h2();
  }
}
