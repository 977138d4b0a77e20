package org.lucina.archive.identity;

import org.lucina.archive.index.TestDatabase;

class H2IdentityTest extends IdentityContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.h2();
  }

  @Override
  int servers() {
    return 1;
  }
}
