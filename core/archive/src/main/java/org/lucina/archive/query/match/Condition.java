package org.lucina.archive.query.match;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL with its parameters; values never stand in the text.
 *
 * @param sql the condition, with a question mark for each parameter
 * @param parameters strings, numbers, or, for {@code = ANY(?)}, lists of strings and sets of row
 *     ids
 */
public record Condition(String sql, List<Object> parameters) implements Restriction {

  /** Copies the parameters. */
  public Condition {
    parameters = List.copyOf(parameters);
  }

  @Override
  public Condition perRow() {
    return this;
  }

  /** A condition of text and parameters. */
  public static Condition of(String sql, Object... parameters) {
    return new Condition(sql, Arrays.asList(parameters));
  }

  /** All of them. */
  public static Condition all(List<Condition> conditions) {
    return joined(conditions, " AND ");
  }

  /** Any of them. */
  public static Condition any(List<Condition> conditions) {
    return joined(conditions, " OR ");
  }

  private static Condition joined(List<Condition> conditions, String by) {
    if (conditions.size() == 1) {
      return conditions.get(0);
    }
    String sql = conditions.stream().map(Condition::sql).collect(Collectors.joining(by, "(", ")"));
    return new Condition(
        sql, conditions.stream().flatMap(each -> each.parameters().stream()).toList());
  }

  /** The same between other text that has no parameters. */
  public Condition within(String before, String after) {
    return new Condition(before + sql + after, parameters);
  }

  /** This and another one. */
  public Condition and(Condition other) {
    List<Object> both = new ArrayList<>(parameters);
    both.addAll(other.parameters);
    return new Condition(sql + " AND " + other.sql, both);
  }

  /** Sets the parameters of a statement, beginning with the first. */
  public void bind(PreparedStatement statement) throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < parameters.size(); i++) {
      Object parameter = parameters.get(i);
      if (parameter instanceof Collection<?> list) {
        String type = parameter instanceof List ? "varchar" : "bigint";
        statement.setArray(i + 1, connection.createArrayOf(type, list.toArray()));
      } else {
        statement.setObject(i + 1, parameter);
      }
    }
  }
}
