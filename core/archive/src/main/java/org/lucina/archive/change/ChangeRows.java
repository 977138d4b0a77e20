package org.lucina.archive.change;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/** The changes of the log, in the transaction of a connection. */
final class ChangeRows {
  private static final String INSERT =
      "INSERT INTO change (number, kind, happened, study_uid, series_uid, sop_instance_uid, mark)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String SINCE =
      "SELECT number, kind, happened, study_uid, series_uid, sop_instance_uid, mark FROM change"
          + " WHERE number > ? ORDER BY number FETCH FIRST ? ROWS ONLY";

  /** The same with the numbers, in one round trip, which H2 does not understand and not need. */
  private static final String APPEND =
      "WITH taken AS (UPDATE change_log SET number = number + ? WHERE name = 'last'"
          + " RETURNING number - ? AS before)"
          + " INSERT INTO change"
          + " (number, kind, happened, study_uid, series_uid, sop_instance_uid, mark)"
          + " SELECT taken.before + n.place, n.kind, ?, n.study, n.series, n.instance, n.mark"
          + " FROM taken, UNNEST(?, ?, ?, ?, ?) WITH ORDINALITY"
          + " AS n(kind, study, series, instance, mark, place)";

  private final Connection connection;

  /** A change with its number. */
  record Numbered(long number, Instant happened, LoggedChange change) {}

  ChangeRows(Connection connection) {
    this.connection = connection;
  }

  /** Adds changes at the end of the log. */
  void append(List<LoggedChange> changes, Instant happened) throws SQLException {
    long number = new ChangeNumbers(connection).take(changes.size());
    OffsetDateTime time = happened.atOffset(ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (LoggedChange change : changes) {
        Reference reference = change.reference();
        insert.setLong(1, ++number);
        insert.setString(2, change.kind().name());
        insert.setObject(3, time);
        insert.setString(4, reference.studyUid().orElseThrow());
        insert.setString(5, reference.seriesUid().orElse(null));
        insert.setString(6, reference.instanceUid().orElse(null));
        insert.setString(7, change.mark());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Adds changes at the end of the log, by one statement of PostgreSQL. */
  void appendAtOnce(List<LoggedChange> changes, Instant happened) throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(APPEND)) {
      append.setLong(1, changes.size());
      append.setLong(2, changes.size());
      append.setObject(3, happened.atOffset(ZoneOffset.UTC));
      append.setArray(4, array(changes, change -> change.kind().name()));
      append.setArray(5, array(changes, change -> change.reference().studyUid().orElseThrow()));
      append.setArray(6, array(changes, change -> change.reference().seriesUid().orElse(null)));
      append.setArray(7, array(changes, change -> change.reference().instanceUid().orElse(null)));
      append.setArray(8, array(changes, LoggedChange::mark));
      append.executeUpdate();
    }
  }

  private Array array(List<LoggedChange> changes, Function<LoggedChange, String> value)
      throws SQLException {
    return connection.createArrayOf("varchar", changes.stream().map(value).toArray());
  }

  /** Changes after a number, in order. */
  List<Numbered> since(long number, int limit) throws SQLException {
    List<Numbered> changes = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setLong(1, number);
      query.setInt(2, limit);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          changes.add(read(row));
        }
      }
    }
    return changes;
  }

  private static Numbered read(ResultSet row) throws SQLException {
    Optional<String> series = Optional.ofNullable(row.getString(5));
    Optional<String> instance = Optional.ofNullable(row.getString(6));
    DicomLevel below = series.isPresent() ? DicomLevel.SERIES : DicomLevel.STUDY;
    Reference reference =
        new Reference(
            instance.isPresent() ? DicomLevel.INSTANCE : below,
            Optional.empty(),
            Optional.of(row.getString(4)),
            series,
            instance,
            Optional.empty());
    return new Numbered(
        row.getLong(1),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        new LoggedChange(DixelEvent.Kind.valueOf(row.getString(2)), reference, row.getString(7)));
  }
}
