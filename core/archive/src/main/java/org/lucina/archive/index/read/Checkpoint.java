package org.lucina.archive.index.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The instant before which everything stored is indexed and durable. */
public final class Checkpoint {
  private final Connection connection;

  /** Keeps it in the transaction of a connection. */
  public Checkpoint(Connection connection) {
    this.connection = connection;
  }

  /** The instant of the last one, {@link Instant#EPOCH} when there was none. */
  public Instant last() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT all_indexed_before FROM index_checkpoint");
        ResultSet result = query.executeQuery()) {
      return result.next() ? result.getObject(1, OffsetDateTime.class).toInstant() : Instant.EPOCH;
    }
  }

  /** Remembers the instant, instead of the one before. */
  public void remember(Instant allIndexedBefore) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM index_checkpoint");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO index_checkpoint (id, all_indexed_before) VALUES (1, ?)")) {
      delete.executeUpdate();
      insert.setObject(1, allIndexedBefore.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
