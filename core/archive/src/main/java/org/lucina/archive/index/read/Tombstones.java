package org.lucina.archive.index.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.database.Statements;

/** Locations whose objects left the index and whose files are to be removed from storage. */
public final class Tombstones {
  private static final String FORGET =
      "DELETE FROM deleted_location WHERE storage = ? AND location = ANY(?)";

  private final Connection connection;

  /** Keeps them in the transaction of a connection. */
  public Tombstones(Connection connection) {
    this.connection = connection;
  }

  /** Remembers the locations of objects that leave the index. */
  public void add(Collection<InstanceRecord> records) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO deleted_location (storage, location) VALUES (?, ?)")) {
      for (InstanceRecord record : records) {
        insert.setString(1, record.storage());
        insert.setString(2, record.location());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** A storage gave a location to a new object, so the old file there is gone. */
  public void reused(Collection<InstanceRecord> records) throws SQLException {
    Map<String, List<String>> locations =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    InstanceRecord::storage,
                    Collectors.mapping(InstanceRecord::location, Collectors.toList())));
    for (Map.Entry<String, List<String>> entry : locations.entrySet()) {
      forget(entry.getKey(), entry.getValue());
    }
  }

  /** Forgets locations whose files are gone. */
  public void forget(String storage, List<String> locations) throws SQLException {
    try (PreparedStatement delete = Statements.once(connection, FORGET)) {
      delete.setString(1, storage);
      delete.setArray(2, connection.createArrayOf("varchar", locations.toArray()));
      delete.executeUpdate();
    }
  }

  /** All locations of a storage. */
  public List<String> of(String storage) throws SQLException {
    List<String> locations = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT location FROM deleted_location WHERE storage = ?")) {
      query.setString(1, storage);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          locations.add(result.getString(1));
        }
      }
    }
    return locations;
  }
}
