package org.lucina.archive.index.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.lucina.archive.index.InstanceRecord;

/** The columns of an {@link InstanceRecord}. */
public final class RecordColumns {
  /** How many columns there are. */
  public static final int COUNT = 11;

  /** Select list, of the aliases that {@link #FROM} defines. */
  public static final String SELECT =
      "s.study_uid, e.series_uid, i.sop_instance_uid, i.sop_class_uid, i.transfer_syntax_uid,"
          + " i.storage, i.location, i.file_length, i.data_set_offset, i.sha256,"
          + " i.received";

  /** Instance i in series e of study s. */
  public static final String FROM =
      " FROM instance i JOIN series e ON e.id = i.series_fk JOIN study s ON s.id = e.study_fk";

  private RecordColumns() {}

  /** Reads a record from columns that begin with the given one. */
  public static InstanceRecord read(ResultSet row, int first) throws SQLException {
    return new InstanceRecord(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6),
        row.getLong(first + 7),
        row.getLong(first + 8),
        row.getString(first + 9),
        row.getObject(first + 10, OffsetDateTime.class).toInstant());
  }
}
