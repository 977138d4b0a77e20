package org.lucina.archive.index.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static final String BOUNDED = "SELECT id FROM entry WHERE number = ANY(?) LIMIT 2";
  private static final String UNBOUNDED = BOUNDED.replace(" LIMIT 2", "");

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection =
        DriverManager.getConnection("jdbc:h2:mem:;QUERY_CACHE_SIZE=0;OPTIMIZE_REUSE_RESULTS=0");
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE entry (id int PRIMARY KEY, number int, word varchar(20))");
      sql.execute("CREATE INDEX entry_by_number ON entry (number, id)");
      sql.execute(
          "INSERT INTO entry SELECT x, x / 10, 'word ' || (x / 10) FROM SYSTEM_RANGE(1, 9999)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** When this fails, H2 has been corrected, and {@link Statements} is no longer needed. */
  @Test
  void h2_finds_wrong_rows_when_it_runs_a_kept_statement_again_that_a_limit_ended()
      throws SQLException {
    try (PreparedStatement kept = connection.prepareStatement(BOUNDED)) {
      assertThat(ids(kept, 7)).containsExactly(70, 71);
      assertThat(ids(kept, 7)).containsExactly(72, 73);
    }
  }

  @Test
  void h2_finds_the_right_rows_when_it_runs_a_kept_statement_again_that_ran_to_its_end()
      throws SQLException {
    try (PreparedStatement kept = Statements.bounded(connection, UNBOUNDED)) {
      assertThat(ids(kept, 7)).hasSize(10).startsWith(70);
      assertThat(ids(kept, 7)).hasSize(10).startsWith(70);
    }
  }

  @Test
  void bounded_statements_are_prepared_anew_where_they_look_for_alternatives() throws SQLException {
    List<String> once = new ArrayList<>();
    for (String sql :
        List.of(
            BOUNDED,
            "SELECT id FROM entry WHERE number IN (?, ?) LIMIT 2",
            "SELECT id FROM entry WHERE number = ? OR number = ? LIMIT 2",
            "SELECT id FROM entry WHERE number > ? AND word LIKE ? ORDER BY id LIMIT 2")) {
      if (Preparations.of(connection, each -> Statements.bounded(each, sql)) > 1) {
        once.add(sql);
      }
    }

    assertThat(once).hasSize(3).allMatch(sql -> !sql.contains("LIKE"));
  }

  private List<Integer> ids(PreparedStatement select, int number) throws SQLException {
    select.setArray(1, connection.createArrayOf("integer", new Object[] {number}));
    List<Integer> ids = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
    }
    return ids;
  }

  /** Tells with how many arguments a statement is prepared: a pool keeps it when it is one. */
  private interface Preparations {
    PreparedStatement prepare(Connection connection) throws SQLException;

    static int of(Connection connection, Preparations preparation) throws SQLException {
      int[] arguments = new int[1];
      Connection seen =
          (Connection)
              java.lang.reflect.Proxy.newProxyInstance(
                  StatementsTest.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, given) -> {
                    arguments[0] = given.length;
                    return method.invoke(connection, given);
                  });
      preparation.prepare(seen).close();
      return arguments[0];
    }
  }
}
