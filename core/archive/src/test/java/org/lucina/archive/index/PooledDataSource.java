package org.lucina.archive.index;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps connections and, as WildFly's pool does, those statements for the next caller that are
 * prepared with nothing but their text; refuses to keep those that H2 does not run again rightly.
 */
final class PooledDataSource implements DataSource, AutoCloseable {
  private static final Pattern ENDS_EARLY =
      Pattern.compile(
          "\\b(LIMIT|FETCH)\\b.*\\b(ANY|IN|OR)\\b|\\b(ANY|IN|OR)\\b.*\\b(LIMIT|FETCH)\\b"
              + "|EXISTS \\([^)]*\\b(ANY|IN|OR)\\b");

  private final DataSource source;
  private final Predicate<String> refused;
  private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();

  private PooledDataSource(DataSource source, Predicate<String> refused) {
    this.source = source;
    this.refused = refused;
  }

  static PooledDataSource of(DataSource source) {
    return new PooledDataSource(source, sql -> false);
  }

  static PooledDataSource ofH2(DataSource source) {
    return new PooledDataSource(source, ENDS_EARLY.asPredicate());
  }

  private record Pooled(Connection connection, Map<String, PreparedStatement> statements) {}

  @Override
  public Connection getConnection() throws SQLException {
    Pooled found = idle.poll();
    Pooled pooled = found != null ? found : new Pooled(source.getConnection(), new HashMap<>());
    AtomicBoolean closed = new AtomicBoolean();
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "close" -> {
                if (!closed.getAndSet(true)) {
                  idle.push(pooled);
                }
                yield null;
              }
              case "prepareStatement" ->
                  arguments.length == 1
                      ? statement(pooled, (String) arguments[0])
                      : invoke(pooled.connection(), method, arguments);
              default -> invoke(pooled.connection(), method, arguments);
            });
  }

  private PreparedStatement statement(Pooled pooled, String sql) throws SQLException {
    if (refused.test(sql)) {
      throw new IllegalArgumentException("not to be kept, see Statements: " + sql);
    }
    PreparedStatement kept = pooled.statements().remove(sql);
    PreparedStatement statement = kept != null ? kept : pooled.connection().prepareStatement(sql);
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            if (pooled.statements().putIfAbsent(sql, statement) != null) {
              statement.close();
            }
            return null;
          }
          return invoke(statement, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return source.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(PooledDataSource.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }

  @Override
  public void close() throws SQLException {
    for (Pooled pooled = idle.poll(); pooled != null; pooled = idle.poll()) {
      pooled.connection().close();
    }
  }
}
