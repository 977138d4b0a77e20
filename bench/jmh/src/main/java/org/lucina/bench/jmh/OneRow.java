package org.lucina.bench.jmh;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.lucina.archive.index.database.Transactions;

/** A database that knows no SQL and answers every statement with one row of empty columns. */
final class OneRow implements Transactions {
  private final Connection connection = of(Connection.class, this::onConnection);
  private final PreparedStatement statement = of(PreparedStatement.class, this::onStatement);

  @Override
  public <T> T call(Work<T> work) throws SQLException {
    return work.run(connection);
  }

  @Override
  public <T> T read(Work<T> work) throws SQLException {
    return work.run(connection);
  }

  private Object onConnection(Object proxy, Method method, Object[] arguments) {
    return method.getName().equals("prepareStatement")
        ? statement
        : nothing(method.getReturnType());
  }

  private Object onStatement(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "executeQuery" -> of(ResultSet.class, new Row());
      case "getConnection" -> connection;
      default -> nothing(method.getReturnType());
    };
  }

  private static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(OneRow.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** What a method answers that has nothing to tell. */
  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }

  /** The cursor over the one row. */
  private static final class Row implements InvocationHandler {
    private boolean read;

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      if (method.getName().equals("next")) {
        boolean first = !read;
        read = true;
        return first;
      }
      return nothing(method.getReturnType());
    }
  }
}
