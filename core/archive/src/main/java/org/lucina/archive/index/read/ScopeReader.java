package org.lucina.archive.index.read;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.database.Transactions;

/**
 * Reads the records and headers of a scope in its order, in batches, so that no connection is held
 * while a slow client takes them. What fits into one batch takes one statement; of more, the row
 * ids are resolved next.
 */
final class ScopeReader {
  private static final int RECORDS = 1000;
  private static final int HEADERS = 100;

  private final Transactions transactions;

  ScopeReader(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes records by row id; returns false to stop. */
  private interface BatchSink {
    boolean accept(Map<Long, InstanceRecord> batch) throws SQLException;
  }

  /** See {@link ArchiveIndex#instances}. */
  void instances(InstanceScope scope, boolean deidentifiedOnly, ArchiveIndex.RecordSink sink)
      throws SQLException {
    batches(scope, deidentifiedOnly, batch -> batch.values().stream().allMatch(sink::accept));
  }

  /** See {@link ArchiveIndex#headers}. */
  void headers(InstanceScope scope, boolean deidentifiedOnly, ArchiveIndex.HeaderSink sink)
      throws SQLException {
    batches(
        scope,
        deidentifiedOnly,
        batch -> {
          List<Long> ids = List.copyOf(batch.keySet());
          boolean wanted = true;
          for (int start = 0; wanted && start < ids.size(); start += HEADERS) {
            List<Long> page = ids.subList(start, Math.min(ids.size(), start + HEADERS));
            Map<Long, byte[]> headers = transactions.read(connection -> headers(connection, page));
            // One that has none was deleted since.
            wanted =
                page.stream()
                    .filter(headers::containsKey)
                    .allMatch(id -> sink.accept(batch.get(id), headers.get(id)));
          }
          return wanted;
        });
  }

  private void batches(InstanceScope scope, boolean deidentifiedOnly, BatchSink sink)
      throws SQLException {
    Map<Long, InstanceRecord> first =
        transactions.read(
            connection -> new ScopeRows(connection).first(scope, deidentifiedOnly, RECORDS));
    if (!sink.accept(first) || first.size() < RECORDS) {
      return;
    }
    List<Long> ids =
        new ArrayList<>(
            transactions.read(
                connection -> new ScopeRows(connection).ids(scope, deidentifiedOnly)));
    ids.removeIf(first::containsKey);
    boolean wanted = true;
    for (int start = 0; wanted && start < ids.size(); start += RECORDS) {
      List<Long> page = ids.subList(start, Math.min(ids.size(), start + RECORDS));
      wanted = sink.accept(transactions.read(connection -> records(connection, page)));
    }
  }

  /** The records of those that are still there, in the order given. */
  private static Map<Long, InstanceRecord> records(Connection connection, List<Long> ids)
      throws SQLException {
    Map<Long, InstanceRecord> found = new HashMap<>();
    String sql =
        "SELECT i.id, " + RecordColumns.SELECT + RecordColumns.FROM + " WHERE i.id = ANY(?)";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.put(result.getLong(1), RecordColumns.read(result, 2));
        }
      }
    }
    Map<Long, InstanceRecord> ordered = new LinkedHashMap<>();
    for (Long id : ids) {
      if (found.containsKey(id)) {
        ordered.put(id, found.get(id));
      }
    }
    return ordered;
  }

  private static Map<Long, byte[]> headers(Connection connection, List<Long> ids)
      throws SQLException {
    Map<Long, byte[]> headers = new HashMap<>();
    String sql =
        "SELECT instance_id, content FROM instance_header WHERE instance_id = ANY(?)"
            + " ORDER BY instance_id, part";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          headers.merge(result.getLong(1), result.getBytes(2), ScopeReader::join);
        }
      }
    }
    return headers;
  }

  private static byte[] join(byte[] first, byte[] next) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + next.length);
    joined.writeBytes(first);
    joined.writeBytes(next);
    return joined.toByteArray();
  }
}
