package org.lucina.archive.index.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema of the index up to date (Flyway). */
public final class SchemaMigration {
  private final DataSource dataSource;

  /** Migrates the database of a data source. */
  public SchemaMigration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies the migrations that are missing; servers that start together wait for each other. Must
   * not be called in a transaction.
   *
   * @return how many were applied
   */
  public int run() throws SQLException {
    MigrateResult result =
        Flyway.configure(getClass().getClassLoader())
            .dataSource(dataSource)
            .locations(
                "classpath:db/migration/common", "classpath:db/migration/" + dialect().migrations())
            .load()
            .migrate();
    return result.migrationsExecuted;
  }

  /** The dialect of the data source. */
  public Dialect dialect() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Dialect.of(connection.getMetaData().getDatabaseProductName());
    }
  }
}
