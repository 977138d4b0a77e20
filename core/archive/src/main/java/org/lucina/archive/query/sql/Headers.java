package org.lucina.archive.query.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.lucina.archive.store.HeaderDecoder;
import org.lucina.dicom.DataSet;

/** Reads headers that a query found. */
final class Headers {
  /** A first part of this length is followed by others. */
  private static final int PART = 1_000_000;

  private final Connection connection;

  Headers(Connection connection) {
    this.connection = connection;
  }

  /** The header whose first part is in a row, empty when it has none. */
  DataSet read(ResultSet row, int idColumn) throws SQLException, IOException {
    byte[] first = row.getBytes(idColumn + 1);
    if (first == null) {
      return new DataSet();
    }
    byte[] whole = first.length < PART ? first : whole(row.getLong(idColumn));
    return HeaderDecoder.decode(whole);
  }

  private byte[] whole(long instance) throws SQLException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT content FROM instance_header WHERE instance_id = ? ORDER BY part")) {
      query.setLong(1, instance);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          parts.writeBytes(result.getBytes(1));
        }
      }
    }
    return parts.toByteArray();
  }
}
