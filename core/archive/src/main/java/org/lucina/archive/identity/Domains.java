package org.lucina.archive.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lucina.archive.index.database.Dialect;

/** Names of domains, in the transaction of a connection. */
final class Domains {
  private final Connection connection;
  private final Dialect dialect;
  private final String mint;

  Domains(Connection connection, Dialect dialect, String mint) {
    this.connection = connection;
    this.dialect = dialect;
    this.mint = mint;
  }

  /** All of the mint, with their keys. */
  SortedMap<String, Long> all() throws SQLException {
    SortedMap<String, Long> all = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT domain, id FROM mint_domain WHERE mint = ?")) {
      query.setString(1, mint);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          all.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return all;
  }

  /** The key of a domain, which is there from now on; nobody else inserts into H2 meanwhile. */
  long key(String domain) throws SQLException {
    OptionalLong known = find(domain);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    String conflict = dialect == Dialect.POSTGRESQL ? " ON CONFLICT DO NOTHING" : "";
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO mint_domain (mint, domain, last) VALUES (?, ?, 0)" + conflict)) {
      insert.setString(1, mint);
      insert.setString(2, domain);
      insert.executeUpdate();
    }
    return find(domain).orElseThrow();
  }

  private OptionalLong find(String domain) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT id FROM mint_domain WHERE mint = ? AND domain = ?")) {
      query.setString(1, mint);
      query.setString(2, domain);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }
}
