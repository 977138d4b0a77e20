package org.lucina.endpoint.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of SQL with its parameters.
 *
 * @param sql with a {@code ?} for each parameter
 * @param parameters in order
 */
record Condition(String sql, List<Object> parameters) {
  /** Holds for every row. */
  static final Condition ALWAYS = new Condition("1 = 1", List.of());

  /** Copies the list. */
  Condition {
    parameters = List.copyOf(parameters);
  }

  static Condition of(String sql, Object... parameters) {
    return new Condition(sql, List.of(parameters));
  }

  Condition and(Condition other) {
    return join(" AND ", other);
  }

  Condition or(Condition other) {
    return join(" OR ", other);
  }

  private Condition join(String operator, Condition other) {
    List<Object> both = new ArrayList<>(parameters);
    both.addAll(other.parameters);
    return new Condition("(" + sql + operator + other.sql + ")", both);
  }
}
