package org.lucina.archive.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.lucina.archive.index.TestDatabase;

class H2ChangeLogTest extends ChangeLogContract {
  @Override
  TestDatabase open() throws Exception {
    return TestDatabase.h2();
  }

  @Test
  void numbersThatACrashMayHaveTakenAwayAreNotGivenAgain() throws Exception {
    try (TestDatabase own = TestDatabase.h2()) {
      long seen = log(own).last();
      assertThat(log(own).last()).isEqualTo(seen + ChangeLog.LEAP);
    }
  }

  private static ChangeLog log(TestDatabase own) throws Exception {
    return new ChangeLog(own.database(), Clock.systemUTC(), ForkJoinPool.commonPool());
  }
}
