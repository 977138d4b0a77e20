package org.lucina.endpoint.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private final List<String> calls = new ArrayList<>();
  private boolean active;

  @BeforeEach
  void open() {
    source.setURL(
        "jdbc:h2:mem:transactions" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
  }

  @Test
  void commitsWhereThereIsNoTransactionManager() throws Exception {
    Transactions transactions = new Transactions(source, Optional.empty());
    transactions.without(link -> execute(link, "CREATE TABLE t (n INT)"));
    transactions.in(link -> execute(link, "INSERT INTO t VALUES (1)"));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void rollsBackWhatFails() throws Exception {
    Transactions transactions = new Transactions(source, Optional.empty());
    transactions.without(link -> execute(link, "CREATE TABLE t (n INT)"));

    assertThatThrownBy(
            () ->
                transactions.in(
                    link -> {
                      execute(link, "INSERT INTO t VALUES (1)");
                      throw new SQLException("no more");
                    }))
        .hasMessage("no more");
    assertThat(count()).isZero();
  }

  @Test
  void runsApartFromTheCallersTransaction() throws Exception {
    Transactions transactions = new Transactions(enlisted(), Optional.of(manager()));
    transactions.in(
        link -> {
          calls.add("work");
          return true;
        });

    assertThat(calls).containsExactly("suspend", "begin", "work", "commit", "resume");
  }

  @Test
  void rollsBackByJtaAndGivesTheCallersTransactionBack() throws Exception {
    Transactions transactions = new Transactions(enlisted(), Optional.of(manager()));

    assertThatThrownBy(
            () ->
                transactions.in(
                    link -> {
                      throw new SQLException("no more");
                    }))
        .hasMessage("no more");
    assertThat(calls).containsExactly("suspend", "begin", "rollback", "resume");
  }

  @Test
  void definesDataOutsideOfTransactions() throws Exception {
    new Transactions(source, Optional.of(manager()))
        .without(link -> execute(link, "CREATE TABLE t (n INT)"));

    assertThat(calls).containsExactly("suspend", "resume");
    assertThat(count()).isZero();
  }

  /** Connections of a data source that takes part in JTA do not commit by themselves. */
  private DataSource enlisted() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Connection connection = source.getConnection();
              connection.setAutoCommit(false);
              return connection;
            });
  }

  private TransactionManager manager() {
    Transaction callers =
        (Transaction)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Transaction.class},
                (proxy, method, arguments) -> null);
    return (TransactionManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TransactionManager.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getStatus")) {
                return active ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
              }
              calls.add(method.getName());
              active = method.getName().equals("begin");
              return method.getName().equals("suspend") ? callers : null;
            });
  }

  private static boolean execute(Connection link, String sql) throws SQLException {
    try (Statement statement = link.createStatement()) {
      return statement.execute(sql);
    }
  }

  private long count() throws SQLException {
    try (Connection link = source.getConnection();
        Statement statement = link.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
