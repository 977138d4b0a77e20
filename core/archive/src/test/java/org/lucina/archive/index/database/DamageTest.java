package org.lucina.archive.index.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  @TempDir private Path folder;

  @Test
  void a_file_that_is_overwritten_is_damaged() throws Exception {
    fill();
    Path file = folder.resolve("index.mv.db");
    byte[] content = Files.readAllBytes(file);
    Arrays.fill(content, (byte) 'x');
    Files.write(file, content);
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url());

    assertThat(catchThrowable(() -> new SchemaMigration(source).run())).matches(Damage::causes);
  }

  @Test
  void a_chunk_that_is_missing_is_damage() {
    SQLException missing =
        new SQLException(
            "General error: \"org.h2.mvstore.MVStoreException: Chunk 32 not found [2.2.224/9]\"",
            "HY000",
            50000);

    assertThat(Damage.causes(new IllegalStateException(missing))).isTrue();
  }

  @Test
  void a_statement_that_is_refused_is_not_damage() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement sql = connection.createStatement()) {
      assertThat(catchThrowable(() -> sql.execute("SELECT nothing")))
          .isInstanceOf(SQLException.class)
          .matches(failure -> !Damage.causes(failure));
    }
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("index");
  }

  private void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE word AS SELECT RANDOM_UUID() AS text FROM SYSTEM_RANGE(1, 10000)");
    }
  }
}
