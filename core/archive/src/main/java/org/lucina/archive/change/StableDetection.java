package org.lucina.archive.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lucina.archive.index.database.Database;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent.Kind;

/**
 * Follows the log and adds to it that a study or series is stable, when there was no new instance
 * of it for a while: once, also when several servers do so, and after a restart.
 */
public final class StableDetection {
  private static final int PAGE = 5_000;

  private final Database database;
  private final ChangeLog log;
  private final Duration quiet;
  private final Clock clock;
  private final Map<Reference, ChangeRows.Numbered> restless = new HashMap<>();
  private long position = -1;

  /**
   * Detects in a log.
   *
   * @param quiet how long there must be no new instance
   */
  public StableDetection(Database database, ChangeLog log, Duration quiet, Clock clock) {
    this.database = database;
    this.log = log;
    this.quiet = quiet;
    this.clock = clock;
  }

  /** Looks once; called from time to time. */
  public synchronized void look() throws SQLException {
    long before = position;
    database.transactions().read(this::follow);
    boolean found = isAnyQuiet() && database.transactions().call(this::tell);
    if (found || before >= 0 && position > before) {
      // Another server may have written what was seen, which wakes nobody here.
      log.committed();
    }
  }

  private Void follow(Connection connection) throws SQLException {
    ChangeNumbers numbers = new ChangeNumbers(connection);
    if (position < 0) {
      position =
          Math.max(
              numbers.read(ChangeNumbers.Name.SETTLED), numbers.read(ChangeNumbers.Name.FORGOTTEN));
    }
    List<ChangeRows.Numbered> page;
    do {
      page = new ChangeRows(connection).since(position, PAGE);
      for (ChangeRows.Numbered row : page) {
        take(row);
        position = row.number();
      }
    } while (page.size() == PAGE);
    return null;
  }

  private void take(ChangeRows.Numbered row) {
    Reference reference = row.change().reference();
    switch (row.change().kind()) {
      case ADDED, CHANGED -> {
        if (reference.level() == DicomLevel.INSTANCE) {
          reference.at(DicomLevel.STUDY).ifPresent(study -> restless.put(study, row));
          reference.at(DicomLevel.SERIES).ifPresent(series -> restless.put(series, row));
        }
      }
      case STABLE, DELETED -> restless.remove(reference);
      case DUE -> {}
    }
  }

  private boolean isAnyQuiet() {
    return restless.values().stream().anyMatch(isQuiet());
  }

  private Predicate<ChangeRows.Numbered> isQuiet() {
    Instant latest = clock.instant().minus(quiet);
    return last -> !last.happened().isAfter(latest);
  }

  /** In a transaction in which nobody else adds to the log, after reading all of it. */
  private boolean tell(Connection connection) throws SQLException {
    ChangeNumbers numbers = new ChangeNumbers(connection);
    numbers.take(0);
    follow(connection);
    Predicate<ChangeRows.Numbered> isQuiet = isQuiet();
    // Series before their studies.
    List<LoggedChange> stable =
        restless.entrySet().stream()
            .filter(entry -> isQuiet.test(entry.getValue()))
            .sorted((one, other) -> other.getKey().level().compareTo(one.getKey().level()))
            .map(
                entry ->
                    new LoggedChange(Kind.STABLE, entry.getKey(), entry.getValue().change().mark()))
            .toList();
    log.append(connection, stable);
    numbers.write(ChangeNumbers.Name.SETTLED, settled(isQuiet));
    return !stable.isEmpty();
  }

  private long settled(Predicate<ChangeRows.Numbered> isQuiet) {
    return restless.values().stream()
            .filter(isQuiet.negate())
            .mapToLong(ChangeRows.Numbered::number)
            .min()
            .orElse(position + 1)
        - 1;
  }
}
