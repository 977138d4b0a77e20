package org.lucina.archive.index;

import java.sql.SQLException;

class H2ArchiveIndexTest extends ArchiveIndexContract {
  @Override
  TestDatabase open() throws SQLException {
    return TestDatabase.h2();
  }
}
