package org.lucina.archive.change;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.lucina.archive.index.database.Database;

/**
 * Makes the log of changes. System properties bound it: {@value #MOST} changes, {@value #DAYS}
 * days.
 */
@ApplicationScoped
public class ChangeBeans {
  static final String MOST = "lucina.changes.most";
  static final String DAYS = "lucina.changes.days";
  static final String QUIET_SECONDS = "lucina.changes.quiet-seconds";

  @Resource private ManagedExecutorService executor;

  @Produces
  @Singleton
  ChangeLog log(Database database) throws SQLException {
    return new ChangeLog(database, Clock.systemUTC(), executor);
  }

  @Produces
  @Singleton
  ChangeUpkeep upkeep(Database database, ChangeLog log) {
    Clock clock = Clock.systemUTC();
    Duration quiet = Duration.ofSeconds(Long.getLong(QUIET_SECONDS, 60));
    Duration age = Duration.ofDays(Long.getLong(DAYS, 90));
    return new ChangeUpkeep(
        new StableDetection(database, log, quiet, clock),
        new ChangePruning(database, Long.getLong(MOST, 1_000_000), age, clock));
  }
}
