package org.lucina.endpoint.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/** Looks whether the table is there with its columns, and makes what is missing. */
final class Schema {
  private static final String KEY_TYPE = "VARCHAR(255)";

  private final TableSpec spec;
  private final Connection connection;
  private final Identifiers identifiers;

  Schema(TableSpec spec, Connection connection) throws SQLException {
    this.spec = spec;
    this.connection = connection;
    this.identifiers = Identifiers.of(connection);
  }

  /**
   * The table as it is.
   *
   * @throws SQLException also when something is missing that may not be made
   */
  SqlTable table() throws SQLException {
    Map<String, Kind> present = present();
    if (present.isEmpty()) {
      require("table", spec.name());
      create();
      present = present();
    }
    List<SqlColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Column column : spec.columns().columns()) {
      String name = name(column);
      if (!names.add(name)) {
        throw new SQLException("two columns would be called " + name);
      }
      if (!present.containsKey(name)) {
        require("column", name);
        execute("ALTER TABLE " + qualified() + " ADD COLUMN " + definition(column));
        SqlLogger.LOG.added(name, spec.name());
        present = present();
      }
      columns.add(new SqlColumn(column, identifiers.quoted(name), present.get(name)));
    }
    return new SqlTable(spec.columns().level(), qualified(), columns, page());
  }

  private void require(String what, String name) throws SQLException {
    if (!spec.create()) {
      throw new SQLException(what + " '" + name + "' is missing, and none may be made");
    }
  }

  private void create() throws SQLException {
    StringJoiner definitions = new StringJoiner(", ", "(", ")");
    for (Column column : spec.columns().columns()) {
      definitions.add(definition(column));
    }
    definitions.add(
        "PRIMARY KEY (" + identifiers.quoted(name(Columns.key(spec.columns().level()))) + ")");
    execute("CREATE TABLE " + qualified() + " " + definitions);
    SqlLogger.LOG.created(spec.name());
  }

  private String definition(Column column) throws SQLException {
    boolean key = column.equals(Columns.key(spec.columns().level()));
    return identifiers.quoted(name(column))
        + " "
        + (key ? KEY_TYPE + " NOT NULL" : Kind.of(column).type(textType()));
  }

  /** Text without limit, where the data base has that as an ordinary type. */
  private String textType() throws SQLException {
    return switch (connection.getMetaData().getDatabaseProductName()) {
      case "PostgreSQL" -> "TEXT";
      case "H2" -> "VARCHAR";
      default -> "VARCHAR(4000)";
    };
  }

  /** As SQL:2008 has it, but for those that have not taken that. */
  private String page() throws SQLException {
    return switch (connection.getMetaData().getDatabaseProductName()) {
      case "MySQL", "MariaDB" -> "LIMIT %d";
      case "Microsoft SQL Server" -> "OFFSET 0 ROWS FETCH NEXT %d ROWS ONLY";
      default -> "FETCH FIRST %d ROWS ONLY";
    };
  }

  private String name(Column column) {
    return spec.naming().of(column, identifiers.longest());
  }

  private String qualified() {
    String table = identifiers.quoted(spec.name());
    return spec.schema().map(schema -> identifiers.quoted(schema) + "." + table).orElse(table);
  }

  /** The columns that are there by name; none when the table is not there. */
  private Map<String, Kind> present() throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String schema = spec.schema().or(this::ownSchema).orElse(null);
    Map<String, Kind> columns = new HashMap<>();
    try (ResultSet rows =
        data.getColumns(
            connection.getCatalog(), escaped(schema, data), escaped(spec.name(), data), null)) {
      while (rows.next()) {
        columns.put(rows.getString("COLUMN_NAME"), Kind.of(rows.getInt("DATA_TYPE")));
      }
    }
    return columns;
  }

  private Optional<String> ownSchema() {
    try {
      return Optional.ofNullable(connection.getSchema());
    } catch (SQLException hasNone) {
      return Optional.empty();
    }
  }

  /** Names are patterns there. */
  private static String escaped(String name, DatabaseMetaData data) throws SQLException {
    String escape = data.getSearchStringEscape();
    return name == null || escape == null || escape.isEmpty()
        ? name
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }

  private void execute(String definition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(definition);
    }
  }
}
