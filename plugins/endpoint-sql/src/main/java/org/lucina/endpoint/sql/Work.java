package org.lucina.endpoint.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done with a connection.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
interface Work<T> {
  T with(Connection connection) throws SQLException;
}
