package org.lucina.archive.index.read;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceOrigin;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.database.Transactions;

/** Reads records, headers and frame indexes. */
public final class IndexReader {
  private static final int RECORDS = 1000;

  private final Transactions transactions;

  /** Reads through transactions of its own. */
  public IndexReader(Transactions transactions) {
    this.transactions = transactions;
  }

  /** See {@link ArchiveIndex#instances}. */
  public void instances(InstanceScope scope, boolean deidentifiedOnly, ArchiveIndex.RecordSink sink)
      throws SQLException {
    new ScopeReader(transactions).instances(scope, deidentifiedOnly, sink);
  }

  /** See {@link ArchiveIndex#instancesIn}. */
  public void instancesIn(String storage, ArchiveIndex.RecordSink sink) throws SQLException {
    long last = Long.MIN_VALUE;
    Map<Long, InstanceRecord> page;
    do {
      long after = last;
      page = transactions.read(connection -> page(connection, storage, after));
      for (Map.Entry<Long, InstanceRecord> row : page.entrySet()) {
        last = row.getKey();
        if (!sink.accept(row.getValue())) {
          return;
        }
      }
    } while (page.size() == RECORDS);
  }

  private static Map<Long, InstanceRecord> page(Connection connection, String storage, long after)
      throws SQLException {
    Map<Long, InstanceRecord> page = new LinkedHashMap<>();
    String sql =
        ("SELECT i.id, " + RecordColumns.SELECT + RecordColumns.FROM)
            + " WHERE i.storage = ? AND i.id > ? ORDER BY i.id FETCH FIRST "
            + (RECORDS + " ROWS ONLY");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, storage);
      query.setLong(2, after);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          page.put(result.getLong(1), RecordColumns.read(result, 2));
        }
      }
    }
    return page;
  }

  /** See {@link ArchiveIndex#headers}. */
  public void headers(InstanceScope scope, boolean deidentifiedOnly, ArchiveIndex.HeaderSink sink)
      throws SQLException {
    new ScopeReader(transactions).headers(scope, deidentifiedOnly, sink);
  }

  /** See {@link ArchiveIndex#instance}. */
  public Optional<InstanceRecord> instance(String sopInstanceUid) throws SQLException {
    return transactions.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT "
                      + RecordColumns.SELECT
                      + RecordColumns.FROM
                      + " WHERE i.sop_instance_uid = ?")) {
            query.setString(1, sopInstanceUid);
            try (ResultSet result = query.executeQuery()) {
              return result.next() ? Optional.of(RecordColumns.read(result, 1)) : Optional.empty();
            }
          }
        });
  }

  /** See {@link ArchiveIndex#origin}. */
  public Optional<InstanceOrigin> origin(String sopInstanceUid) throws SQLException {
    return transactions.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT source_ae, deidentified FROM instance WHERE sop_instance_uid = ?")) {
            query.setString(1, sopInstanceUid);
            try (ResultSet result = query.executeQuery()) {
              return result.next()
                  ? Optional.of(new InstanceOrigin(result.getString(1), result.getBoolean(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /** See {@link ArchiveIndex#frameIndex}. */
  public Optional<byte[]> frameIndex(String sopInstanceUid) throws SQLException {
    return transactions.read(
        connection -> {
          ByteArrayOutputStream parts = new ByteArrayOutputStream();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT f.content FROM frame_index f JOIN instance i ON i.id = f.instance_id"
                      + " WHERE i.sop_instance_uid = ? ORDER BY f.part")) {
            query.setString(1, sopInstanceUid);
            try (ResultSet result = query.executeQuery()) {
              while (result.next()) {
                parts.writeBytes(result.getBytes(1));
              }
            }
          }
          return parts.size() == 0 ? Optional.empty() : Optional.of(parts.toByteArray());
        });
  }

  /** See {@link ArchiveIndex#indexedLocations}. */
  public Set<String> indexedLocations(String storage, List<String> locations) throws SQLException {
    return transactions.read(
        connection -> {
          Set<String> indexed = new HashSet<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT location FROM instance WHERE location = ANY(?) AND storage = ?")) {
            query.setArray(1, connection.createArrayOf("varchar", locations.toArray()));
            query.setString(2, storage);
            try (ResultSet result = query.executeQuery()) {
              while (result.next()) {
                indexed.add(result.getString(1));
              }
            }
          }
          return indexed;
        });
  }
}
