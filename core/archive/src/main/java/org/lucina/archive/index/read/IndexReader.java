package org.lucina.archive.index.read;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.database.Transactions;

/**
 * Reads records and headers. A scope is resolved to row ids at once; the rest comes in pages, so
 * that no connection is held while a slow client takes them.
 */
public final class IndexReader {
  private static final int RECORDS = 1000;
  private static final int HEADERS = 100;

  private final Transactions transactions;

  /** Reads through transactions of its own. */
  public IndexReader(Transactions transactions) {
    this.transactions = transactions;
  }

  private record Row(InstanceRecord record, byte[] header) {}

  /** See {@link ArchiveIndex#instances}. */
  public void instances(InstanceScope scope, boolean deidentifiedOnly, ArchiveIndex.RecordSink sink)
      throws SQLException {
    pages(scope, deidentifiedOnly, RECORDS, false, row -> sink.accept(row.record()));
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
    pages(scope, deidentifiedOnly, HEADERS, true, row -> sink.accept(row.record(), row.header()));
  }

  private interface RowSink {
    boolean accept(Row row);
  }

  private void pages(
      InstanceScope scope, boolean deidentifiedOnly, int pageSize, boolean headers, RowSink sink)
      throws SQLException {
    List<Long> ids =
        transactions.read(connection -> new ScopeRows(connection).ids(scope, deidentifiedOnly));
    for (int start = 0; start < ids.size(); start += pageSize) {
      List<Long> page = ids.subList(start, Math.min(ids.size(), start + pageSize));
      Map<Long, Row> rows = transactions.read(connection -> rows(connection, page, headers));
      for (Long id : page) {
        Row row = rows.get(id);
        // Deleted since the scope was resolved.
        if (row != null && !sink.accept(row)) {
          return;
        }
      }
    }
  }

  private static Map<Long, Row> rows(Connection connection, List<Long> ids, boolean headers)
      throws SQLException {
    String sql =
        ("SELECT i.id, " + RecordColumns.SELECT + (headers ? ", h.content" : ""))
            + RecordColumns.FROM
            + (headers ? " LEFT JOIN instance_header h ON h.instance_id = i.id" : "")
            + " WHERE i.id = ANY(?)"
            + (headers ? " ORDER BY i.id, h.part" : "");
    Map<Long, Row> rows = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          Row row =
              new Row(
                  RecordColumns.read(result, 2),
                  headers ? bytes(result, 2 + RecordColumns.COUNT) : new byte[0]);
          rows.merge(
              result.getLong(1),
              row,
              (first, next) -> new Row(first.record(), join(first.header(), next.header())));
        }
      }
    }
    return rows;
  }

  private static byte[] bytes(ResultSet result, int column) throws SQLException {
    byte[] bytes = result.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  private static byte[] join(byte[] first, byte[] next) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + next.length);
    joined.writeBytes(first);
    joined.writeBytes(next);
    return joined.toByteArray();
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
