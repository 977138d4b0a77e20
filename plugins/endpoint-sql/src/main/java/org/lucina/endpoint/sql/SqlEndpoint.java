package org.lucina.endpoint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Parts;
import org.lucina.spi.query.Query;
import org.lucina.spi.table.Columns;

/** Dixels of one level as rows of a table. */
final class SqlEndpoint implements Endpoint {
  private final Columns columns;
  private final Statements statements;
  private final Collecting collecting;
  private final Capabilities capabilities;

  SqlEndpoint(TableSpec spec, Statements statements, ServerContext server) {
    this.columns = spec.columns();
    this.statements = statements;
    this.collecting = new Collecting(columns, server, this);
    this.capabilities =
        Capabilities.none()
            .puts(Parts.takenAt(columns.level()))
            .gets(Set.of(columns.level()), Set.of(View.TAGS))
            .finds(columns.queries())
            .and(Operation.EXISTS, Operation.DELETE)
            .methods(Collecting.METHOD);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String check() throws EndpointException {
    SqlTable table = statements.table();
    return "table " + table.name() + " is there, in " + statements.product();
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    Parts.each(dixel, columns.level(), this::putRow);
    return dixel.reference();
  }

  private void putRow(Dixel dixel) throws EndpointException {
    SqlTable table = statements.table();
    DataSet tags = Parts.tags(dixel);
    List<Optional<Object>> values = new ArrayList<>();
    for (SqlColumn column : table.columns()) {
      Optional<String> text = column.attribute().text(tags);
      Optional<Object> value = text.flatMap(column.kind()::value);
      if (text.isPresent() && value.isEmpty()) {
        SqlLogger.LOG.leftOut(column.attribute().name(), dixel);
      }
      values.add(value);
    }
    Object key =
        values
            .get(table.columns().indexOf(table.key()))
            .orElseThrow(
                () -> new EndpointException(Reason.REFUSED, dixel + " comes without identifier"));
    statements.put(key, values);
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!capabilities.views().containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags can be given here");
    }
    if (reference.level() != columns.level()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "level " + name(columns.level()) + " alone is kept here");
    }
    Place place = place(reference);
    List<DataSet> rows =
        statements.rows(Condition.of(place.column().name() + " = ?", place.identifier()), 1);
    if (rows.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " is not in the table");
    }
    Reference found = Reference.of(columns.level(), rows.get(0)).orElse(reference);
    return Dixel.of(found).tags(rows.get(0)).build();
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    Place place = place(reference);
    return statements.exists(place.column(), place.identifier());
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    Place place = place(reference);
    statements.delete(place.column(), place.identifier());
  }

  /** Where rows say that they belong to a dixel. */
  private record Place(SqlColumn column, Object identifier) {}

  private Place place(Reference reference) throws EndpointException {
    SqlColumn column =
        statements
            .table()
            .identifier(reference.level())
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.UNSUPPORTED,
                        "rows do not tell their " + name(reference.level()) + " here"));
    Object identifier =
        reference
            .identifier()
            .flatMap(column.kind()::value)
            .orElseThrow(
                () -> new EndpointException(Reason.UNSUPPORTED, "rows have no keys of their own"));
    return new Place(column, identifier);
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    columns.check(query);
    new Search(statements, query, sink).run();
  }

  @Override
  public String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    if (!method.equals(Collecting.METHOD.name())) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "method '" + method + "' is not possible here");
    }
    return collecting.run(arguments);
  }

  private static String name(DicomLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** The data source is the server's. */
  @Override
  public void close() {
    // Nothing is held.
  }
}
