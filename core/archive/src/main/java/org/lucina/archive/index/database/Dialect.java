package org.lucina.archive.index.database;

import java.sql.SQLException;

/** What the databases differ in. */
public enum Dialect {
  /** H2, in this process, with this process as its only writer. */
  H2("h2", true, "SELECT NEXT VALUE FOR lucina_id", "", "CHECKPOINT SYNC"),
  /** PostgreSQL, possibly shared by several servers: parents are locked, commits are durable. */
  POSTGRESQL("postgresql", false, "SELECT nextval('lucina_id')", " FOR NO KEY UPDATE OF ", "");

  private final String migrations;
  private final boolean exclusive;
  private final String nextId;
  private final String lock;
  private final String checkpoint;

  Dialect(String migrations, boolean exclusive, String nextId, String lock, String checkpoint) {
    this.migrations = migrations;
    this.exclusive = exclusive;
    this.nextId = nextId;
    this.lock = lock;
    this.checkpoint = checkpoint;
  }

  /** The dialect of a product as JDBC names it. */
  public static Dialect of(String product) throws SQLException {
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default -> throw new SQLException("database product " + product + " is not supported");
    };
  }

  /** Folder of its Flyway migrations. */
  public String migrations() {
    return migrations;
  }

  /** Whether no other process reads or writes it. */
  public boolean exclusive() {
    return exclusive;
  }

  /** Query of the next value of the sequence of identifiers. */
  public String nextId() {
    return nextId;
  }

  /** Clause that locks the selected rows of the given aliases, where that is needed. */
  public String lock(String aliases) {
    return lock.isEmpty() ? "" : lock + aliases;
  }

  /** Statement that makes all commits durable; empty when each commit is. */
  public String checkpoint() {
    return checkpoint;
  }
}
