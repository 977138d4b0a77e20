package org.lucina.archive.pipeline.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/** Writes and reads the columns of {@code pipeline_wait}. */
final class WaitingRow {
  private WaitingRow() {}

  static void write(PreparedStatement insert, String node, String pipeline, Waiting waiting)
      throws SQLException {
    Reference reference = waiting.reference();
    insert.setString(1, node);
    insert.setString(2, pipeline);
    insert.setString(3, waiting.step());
    insert.setString(4, waiting.subject());
    insert.setString(5, waiting.token());
    insert.setLong(6, waiting.due().toEpochMilli());
    insert.setString(7, waiting.kind().name());
    insert.setLong(8, waiting.happened().toEpochMilli());
    insert.setString(9, reference.level().name());
    insert.setString(10, reference.patientId().orElse(null));
    insert.setString(11, reference.studyUid().orElse(null));
    insert.setString(12, reference.seriesUid().orElse(null));
  }

  static Waiting read(ResultSet row) throws SQLException {
    Reference reference =
        new Reference(
            DicomLevel.valueOf(row.getString("dixel_level")),
            Optional.ofNullable(row.getString("patient_id")),
            Optional.ofNullable(row.getString("study_uid")),
            Optional.ofNullable(row.getString("series_uid")),
            Optional.empty(),
            Optional.empty());
    return new Waiting(
        row.getString("step"),
        row.getString("token"),
        Instant.ofEpochMilli(row.getLong("due")),
        DixelEvent.Kind.valueOf(row.getString("kind")),
        Instant.ofEpochMilli(row.getLong("happened")),
        reference);
  }
}
