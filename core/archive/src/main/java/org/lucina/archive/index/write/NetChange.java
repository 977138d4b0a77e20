package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.IndexChange.Parents;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.database.Statements;

/**
 * Takes together what a transaction did one after the other: what it added and removed again, and
 * what it removed and put back, is no change.
 */
final class NetChange {
  private final Connection connection;

  private record Series(String study, String uid) {
    static Series of(InstanceRecord record) {
      return new Series(record.study(), record.series());
    }
  }

  NetChange(Connection connection) {
    this.connection = connection;
  }

  /**
   * The change.
   *
   * @param added instances in the order in which they were added
   * @param removed instances in the order in which they were removed
   * @param begun studies and series that were made
   */
  IndexChange of(List<InstanceRecord> added, List<InstanceRecord> removed, Parents begun)
      throws SQLException {
    if (removed.isEmpty()) {
      return new IndexChange(added, removed, begun, Parents.none());
    }
    Set<InstanceRecord> there = new LinkedHashSet<>(added);
    removed.forEach(there::remove);
    Set<InstanceRecord> gone = new LinkedHashSet<>(removed);
    added.forEach(gone::remove);
    return new IndexChange(
        List.copyOf(there), List.copyOf(gone), really(begun, gone), ended(List.copyOf(gone)));
  }

  /** What had instances before was not begun, but made anew. */
  private static Parents really(Parents begun, Set<InstanceRecord> before) {
    Set<String> studies = before.stream().map(InstanceRecord::study).collect(Collectors.toSet());
    Set<Series> series = before.stream().map(Series::of).collect(Collectors.toSet());
    return new Parents(
        begun.studies().stream().filter(first -> !studies.contains(first.study())).toList(),
        begun.series().stream().filter(first -> !series.contains(Series.of(first))).toList());
  }

  private Parents ended(List<InstanceRecord> gone) throws SQLException {
    Set<Series> left = left(gone.stream().map(InstanceRecord::study).distinct().toArray());
    Set<String> studiesLeft = left.stream().map(Series::study).collect(Collectors.toSet());
    List<InstanceRecord> studies = new ArrayList<>();
    List<InstanceRecord> series = new ArrayList<>();
    for (InstanceRecord record : gone) {
      if (left.add(Series.of(record))) {
        series.add(record);
      }
      if (studiesLeft.add(record.study())) {
        studies.add(record);
      }
    }
    return new Parents(studies, series);
  }

  private Set<Series> left(Object[] studies) throws SQLException {
    Set<Series> left = new HashSet<>();
    String sql =
        "SELECT s.study_uid, e.series_uid FROM series e JOIN study s ON s.id = e.study_fk"
            + " WHERE s.study_uid = ANY(?)";
    try (PreparedStatement query = Statements.once(connection, sql)) {
      query.setArray(1, connection.createArrayOf("varchar", studies));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          left.add(new Series(result.getString(1), result.getString(2)));
        }
      }
    }
    return left;
  }
}
