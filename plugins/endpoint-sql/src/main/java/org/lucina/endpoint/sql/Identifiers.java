package org.lucina.endpoint.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Names as the data base quotes them, so that none is taken for SQL.
 *
 * @param quote what is around them
 * @param longest characters of a column's name, 0 for no limit
 */
record Identifiers(String quote, int longest) {

  static Identifiers of(Connection connection) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    if (quote.isEmpty()) {
      throw new SQLException("the data base quotes no identifiers");
    }
    return new Identifiers(quote, connection.getMetaData().getMaxColumnNameLength());
  }

  String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
