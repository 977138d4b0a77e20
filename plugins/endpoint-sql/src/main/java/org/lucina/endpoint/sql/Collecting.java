package org.lucina.endpoint.sql;

import java.util.concurrent.atomic.AtomicLong;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.query.Query;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/** Puts what another endpoint finds into the table. */
final class Collecting {
  static final Method METHOD =
      new Method(
          "collect",
          "Puts what another endpoint finds into the table",
          false,
          ConfigSpec.of(
              Property.required("endpoint", Type.STRING, "Name of the endpoint that is asked"),
              Property.optional(
                  "query",
                  Type.STRING,
                  "",
                  "What to look for, as StudyDate=20260101-20260131&Modality=CT")));

  private final Columns columns;
  private final ServerContext server;
  private final Endpoint table;

  Collecting(Columns columns, ServerContext server, Endpoint table) {
    this.columns = columns;
    this.server = server;
    this.table = table;
  }

  String run(Configuration arguments) throws EndpointException {
    String name = arguments.string("endpoint");
    Endpoint source =
        server
            .endpoint(name)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNAVAILABLE, "endpoint '" + name + "' is not running"));
    AtomicLong number = new AtomicLong();
    source.find(
        query(arguments.string("query")),
        found -> {
          table.put(found);
          number.incrementAndGet();
          return true;
        });
    return "{\"collected\":" + number + "}";
  }

  /** The columns that are not keys come back as well. */
  private Query query(String text) throws EndpointException {
    try {
      Query keys = Query.parse(columns.level(), text);
      Query.Builder query = Query.of(columns.level());
      columns.columns().stream()
          .filter(column -> column.path().size() == 1)
          .map(Column::tag)
          .filter(tag -> keys.key(tag).isEmpty())
          .forEach(query::include);
      keys.keys().forEach(query::key);
      keys.extensions().forEach(query::extension);
      return query.build();
    } catch (IllegalArgumentException e) {
      throw new EndpointException(Reason.REFUSED, e.getMessage(), e);
    }
  }
}
