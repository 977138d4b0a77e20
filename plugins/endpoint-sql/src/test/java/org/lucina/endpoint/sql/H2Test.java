package org.lucina.endpoint.sql;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2Test extends SqlEndpointContract {
  private final JdbcDataSource source = new JdbcDataSource();

  H2Test() {
    source.setURL("jdbc:h2:mem:" + getClass().getName() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  DataSource source() {
    return source;
  }
}
