package org.lucina.archive.query.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

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
    Inflater inflater = new Inflater(true);
    try (InputStream json =
        new InflaterInputStream(new ByteArrayInputStream(whole), inflater, 8192)) {
      return DicomJson.read(json, ReadLimits.DEFAULT);
    } finally {
      inflater.end();
    }
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
