package org.lucina.archive.index.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Decides which statements the connection pool keeps for the next caller with the same text.
 *
 * <p>H2 (2.2 to 2.5) that runs a statement again does not reset the cursor with which it went
 * through the values of an {@code IN}, or of what it makes one of ({@code = ANY}, alternatives).
 * When something ended the statement while it was amid them (a {@code LIMIT}, the first row of an
 * {@code EXISTS}, a failure), the next run goes on where it was, in the state that the index was in
 * then: it finds wrong rows, or fails with "Chunk not found". Such statements must not be kept. All
 * others are, which saves about the time that it takes to run them.
 */
public final class Statements {
  private static final Pattern ALTERNATIVES = Pattern.compile("\\b(ANY|IN|OR)\\b");

  private Statements() {}

  /** Prepares a query that may stop before its last row: kept where that is safe. */
  public static PreparedStatement bounded(Connection connection, String sql) throws SQLException {
    return ALTERNATIVES.matcher(sql).find()
        ? once(connection, sql)
        : connection.prepareStatement(sql);
  }

  /**
   * Prepares a statement that is run once: the pool of WildFly (IronJacamar) keeps those only that
   * are prepared with nothing but their text.
   */
  public static PreparedStatement once(Connection connection, String sql) throws SQLException {
    return connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
  }
}
