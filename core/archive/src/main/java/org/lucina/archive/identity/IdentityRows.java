package org.lucina.archive.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.database.Dialect;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/** The rows of a domain, in the transaction of a connection. */
final class IdentityRows {
  /**
   * Waits for others that insert the same, and does nothing when they have: nobody else inserts
   * into H2 meanwhile.
   */
  private static final String INSERT_ON_POSTGRESQL =
      "INSERT INTO mint_identity (domain_id, original, replacement, offset_days, registered)"
          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String INSERT_ON_H2 =
      "INSERT INTO mint_identity (domain_id, original, replacement, offset_days, registered)"
          + " SELECT id, CAST(? AS varchar(400)), CAST(? AS varchar(64)), CAST(? AS integer),"
          + " CAST(? AS timestamp(3) with time zone) FROM mint_domain WHERE id = ?"
          + " AND NOT EXISTS (SELECT 1 FROM mint_identity WHERE domain_id = ? AND original = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM mint_identity WHERE domain_id = ? AND replacement = ?)";

  private final Connection connection;
  private final Dialect dialect;
  private final long domain;

  IdentityRows(Connection connection, Dialect dialect, long domain) {
    this.connection = connection;
    this.dialect = dialect;
    this.domain = domain;
  }

  /** What stands for an original. */
  Optional<Registered> find(String original) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT replacement, offset_days FROM mint_identity"
                + " WHERE domain_id = ? AND original = ?")) {
      query.setLong(1, domain);
      query.setString(2, original);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Registered(row.getString(1), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  /** Adds a row; returns false when the original or what is to stand for it is taken. */
  boolean add(IdentityRow row) throws SQLException {
    boolean h2 = dialect == Dialect.H2;
    try (PreparedStatement insert =
        connection.prepareStatement(h2 ? INSERT_ON_H2 : INSERT_ON_POSTGRESQL)) {
      int at = 0;
      if (!h2) {
        insert.setLong(++at, domain);
      }
      insert.setString(++at, row.original());
      insert.setString(++at, row.registered().replacement());
      insert.setInt(++at, row.registered().offsetDays());
      insert.setObject(++at, OffsetDateTime.ofInstant(row.since(), ZoneOffset.UTC));
      if (h2) {
        insert.setLong(++at, domain);
        insert.setLong(++at, domain);
        insert.setString(++at, row.original());
        insert.setLong(++at, domain);
        insert.setString(++at, row.registered().replacement());
      }
      return insert.executeUpdate() == 1;
    }
  }

  /** Rows by original, those after one of them. */
  List<IdentityRow> after(String original, int limit) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT original, replacement, offset_days, registered FROM mint_identity"
                + " WHERE domain_id = ? AND original > ? ORDER BY original LIMIT ?")) {
      query.setLong(1, domain);
      query.setString(2, original);
      query.setInt(3, limit);
      List<IdentityRow> rows = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Instant since = row.getObject(4, OffsetDateTime.class).toInstant();
          Registered registered = new Registered(row.getString(2), row.getInt(3));
          rows.add(new IdentityRow(row.getString(1), registered, since));
        }
      }
      return rows;
    }
  }

  /**
   * The number given last. Until the transaction ends no other one gets any, nor adds rows that are
   * counted.
   */
  long lockNumbers() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT last FROM mint_domain WHERE id = ? FOR UPDATE")) {
      query.setLong(1, domain);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Remembers which number was given last. */
  void lastNumber(long number) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE mint_domain SET last = ? WHERE id = ?")) {
      update.setLong(1, number);
      update.setLong(2, domain);
      update.executeUpdate();
    }
  }
}
