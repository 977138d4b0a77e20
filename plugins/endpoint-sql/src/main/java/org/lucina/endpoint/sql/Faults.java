package org.lucina.endpoint.sql;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Tells faults of the data base by their class, since their own words may hold values. */
final class Faults {
  private static final String CONNECTION = "08";
  private static final String DATA = "22";
  private static final String CONSTRAINT = "23";
  private static final String ROLLBACK = "40";
  private static final String OPERATOR = "57";

  private Faults() {}

  /** What a caller is told. */
  static EndpointException of(SQLException e) {
    String state = state(e);
    if (state.startsWith(DATA) || state.startsWith(CONSTRAINT)) {
      return new EndpointException(
          Reason.REFUSED, "the data base refuses a value (SQL state " + state + ")");
    }
    if (isAway(e, state)) {
      return new EndpointException(
          Reason.UNAVAILABLE, "the data base is away or busy" + told(state), e);
    }
    if (state.isEmpty()) {
      return new EndpointException(Reason.FAILED, e.getMessage(), e);
    }
    return new EndpointException(Reason.FAILED, "the data base failed" + told(state), e);
  }

  /** Whether another row of the same key came first. */
  static boolean isDuplicate(SQLException e) {
    return state(e).startsWith(CONSTRAINT);
  }

  private static boolean isAway(SQLException e, String state) {
    return e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || state.startsWith(CONNECTION)
        || state.startsWith(ROLLBACK)
        || state.startsWith(OPERATOR);
  }

  private static String told(String state) {
    return state.isEmpty() ? "" : " (SQL state " + state + ")";
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
