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
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Keeps connections, and if asked to the statements prepared on them, for the next caller. */
final class PooledDataSource implements DataSource, AutoCloseable {
  private final DataSource source;
  private final boolean keepsStatements;
  private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();

  PooledDataSource(DataSource source, boolean keepsStatements) {
    this.source = source;
    this.keepsStatements = keepsStatements;
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
              case "prepareStatement" -> statement(pooled, (String) arguments[0]);
              default -> invoke(pooled.connection(), method, arguments);
            });
  }

  private PreparedStatement statement(Pooled pooled, String sql) throws SQLException {
    PreparedStatement kept = pooled.statements().remove(sql);
    PreparedStatement statement = kept != null ? kept : pooled.connection().prepareStatement(sql);
    if (!keepsStatements) {
      return statement;
    }
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
