package org.lucina.archive.index;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.LocalTransactions;
import org.lucina.archive.index.database.SchemaMigration;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for a test class, with the schema in place. */
public final class TestDatabase implements AutoCloseable {
  private final PooledDataSource dataSource;
  private final Database database;
  private final AutoCloseable server;

  private TestDatabase(PooledDataSource dataSource, AutoCloseable server) throws SQLException {
    this.dataSource = dataSource;
    this.server = server;
    SchemaMigration migration = new SchemaMigration(dataSource);
    migration.run();
    this.database = new Database(new LocalTransactions(dataSource), migration.dialect());
  }

  /** H2 in memory. */
  public static TestDatabase h2() throws SQLException {
    return h2("mem:" + UUID.randomUUID());
  }

  /** H2 in a folder. */
  public static TestDatabase h2(Path folder) throws SQLException {
    return h2("file:" + folder.resolve("index"));
  }

  /** As in the server, the pool keeps statements, but H2 does not: see 40-database.cli. */
  private static TestDatabase h2(String where) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:" + where + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=0;OPTIMIZE_REUSE_RESULTS=0");
    return new TestDatabase(
        PooledDataSource.ofH2(source),
        () -> {
          try (Connection connection = source.getConnection();
              Statement shutdown = connection.createStatement()) {
            shutdown.execute("SHUTDOWN");
          }
        });
  }

  /** PostgreSQL in a process of its own. */
  public static TestDatabase postgreSql() throws SQLException, IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    return new TestDatabase(PooledDataSource.of(server.getPostgresDatabase()), server);
  }

  /** A PostgreSQL that runs already. */
  public static TestDatabase postgreSql(String url) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return new TestDatabase(PooledDataSource.of(source), () -> {});
  }

  public Database database() {
    return database;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() throws Exception {
    dataSource.close();
    server.close();
  }
}
