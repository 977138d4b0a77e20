package org.lucina.endpoint.sql;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.TimeRange;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryException;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.table.Column;

/**
 * Translates keys of queries to conditions on rows. A condition may hold for more rows than the key
 * matches, where SQL lacks the means (names fold case and width; one value of several is enough):
 * the rows that come are matched once more.
 */
final class Conditions {
  private static final char ESCAPE = '!';

  private final SqlTable table;

  Conditions(SqlTable table) {
    this.table = table;
  }

  /** What rows fulfil that a query may find. */
  Condition of(Query query) throws QueryException {
    Condition all = Condition.ALWAYS;
    for (QueryKey key : query.keys()) {
      Optional<SqlColumn> column = table.column(new Column(key.path()));
      if (column.isPresent()) {
        all = all.and(any(column.get(), key));
      }
    }
    return all;
  }

  /** One value of a key is enough. */
  private static Condition any(SqlColumn column, QueryKey key) throws QueryException {
    int tag = key.tag();
    String[] parts = key.value().split("\\\\");
    List<String> values = KeyValues.of(new DataSet().set(tag, VR.UC, parts), tag);
    Optional<Condition> any = Optional.empty();
    for (String value : values) {
      Condition one = one(column, tag, value);
      any = Optional.of(any.isPresent() ? any.get().or(one) : one);
    }
    return any.orElse(Condition.ALWAYS);
  }

  private static Condition one(SqlColumn column, int tag, String value) throws QueryException {
    if (value.equals(KeyValues.EMPTY)) {
      Condition none = Condition.of(column.name() + " IS NULL");
      return column.kind() == Kind.TEXT ? none.or(Condition.of(column.name() + " = ''")) : none;
    }
    return switch (translated(column)) {
      case DATE -> {
        DateRange days = KeyValues.dates(tag, value);
        yield between(column, days.from(), days.to());
      }
      case TIME -> {
        TimeRange times = KeyValues.times(tag, value);
        yield between(column, times.from(), times.to());
      }
      case INTEGER, DECIMAL -> number(column, tag, value);
      case TEXT -> text(column, value);
    };
  }

  /** The kind of comparison: that of the column where it is also that of the attribute. */
  private static Kind translated(SqlColumn column) {
    return switch (column.attribute().vr()) {
      case DA -> column.kind() == Kind.DATE ? Kind.DATE : Kind.TEXT;
      case TM -> column.kind() == Kind.TIME ? Kind.TIME : Kind.TEXT;
      case IS, DS, FL, FD, SL, SS, SV, UL, US ->
          column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL
              ? column.kind()
              : Kind.TEXT;
      default -> Kind.TEXT;
    };
  }

  private static Condition between(
      SqlColumn column, Optional<? extends Object> from, Optional<? extends Object> to) {
    Condition first =
        from.map(low -> Condition.of(column.name() + " >= ?", low)).orElse(Condition.ALWAYS);
    return to.map(high -> first.and(Condition.of(column.name() + " <= ?", high))).orElse(first);
  }

  /** A little wider than equal, as floating-point numbers need. */
  private static Condition number(SqlColumn column, int tag, String value) throws QueryException {
    double number = KeyValues.number(tag, value).doubleValue();
    double margin = Math.abs(number) * 1e-9 + 1e-300;
    return Condition.of(column.name() + " BETWEEN ? AND ?", number - margin, number + margin);
  }

  private static Condition text(SqlColumn column, String value) {
    boolean wildCards =
        switch (column.attribute().vr()) {
          case AE, CS, LO, LT, SH, ST, UC, UR, UT -> true;
          default -> false;
        };
    if (column.kind() != Kind.TEXT || !wildCards && column.attribute().vr() != VR.UI) {
      return Condition.of(column.name() + " IS NOT NULL");
    }
    boolean literal = !wildCards || value.indexOf('*') < 0 && value.indexOf('?') < 0;
    if (column.isSingle() && literal) {
      return Condition.of(column.name() + " = ?", value);
    }
    String pattern = pattern(value, wildCards);
    return Condition.of(
        column.name() + " LIKE ? ESCAPE '" + ESCAPE + "'",
        column.isSingle() ? pattern : "%" + pattern + "%");
  }

  private static String pattern(String key, boolean wildCards) {
    StringBuilder pattern = new StringBuilder();
    for (char c : key.toCharArray()) {
      if (wildCards && c == '*') {
        pattern.append('%');
      } else if (wildCards && c == '?') {
        pattern.append('_');
      } else {
        pattern.append(c == '%' || c == '_' || c == ESCAPE ? String.valueOf(ESCAPE) : "").append(c);
      }
    }
    return pattern.toString();
  }
}
