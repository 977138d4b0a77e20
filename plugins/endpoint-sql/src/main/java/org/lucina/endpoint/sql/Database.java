package org.lucina.endpoint.sql;

import org.lucina.spi.endpoint.EndpointException;

/** Where the data source is, looked for each time, since administrators change it. */
@FunctionalInterface
interface Database {
  /** The data source of now, to work with. */
  Transactions open() throws EndpointException;
}
