package org.lucina.tests;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Gives servers of tests databases of their own: H2 files in their folders, or in PostgreSQL. */
final class TestDatabases {
  /** The system property that holds the port of PostgreSQL, unless the index is in H2. */
  static final String PORT = "lucina.tests.postgres-port";

  private TestDatabases() {}

  /** Makes an empty database, and gives the arguments with which a server uses it. */
  static List<String> arguments(String name) throws IOException {
    String port = System.getProperty(PORT);
    if (port == null) {
      return List.of("-Djboss.tx.node.id=" + name);
    }
    String server = "jdbc:postgresql://localhost:" + port + "/";
    try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException("database " + name + " cannot be made", e);
    }
    return postgres(name, server + name);
  }

  /** The arguments with which a server uses a database of PostgreSQL. */
  static List<String> postgres(String node, String url) {
    return List.of(
        "-Djboss.tx.node.id=" + node, "-Dlucina.db.user=postgres", "-Dlucina.db.url=" + url);
  }
}
