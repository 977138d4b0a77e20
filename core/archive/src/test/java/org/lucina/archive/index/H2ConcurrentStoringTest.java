package org.lucina.archive.index;

class H2ConcurrentStoringTest extends ConcurrentStoringContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.h2();
  }

  @Override
  int servers() {
    return 1;
  }
}
