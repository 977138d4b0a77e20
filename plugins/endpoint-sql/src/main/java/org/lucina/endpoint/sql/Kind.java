package org.lucina.endpoint.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DecimalString;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;
import org.lucina.spi.table.Column;

/** What a column of the data base holds, and how text of DICOM becomes that and back. */
enum Kind {
  TEXT {
    @Override
    Optional<Object> value(String text) {
      return Optional.of(text.replace("\0", ""));
    }

    @Override
    Optional<String> text(ResultSet row, int index) throws SQLException {
      return Optional.ofNullable(row.getString(index));
    }
  },
  DATE {
    @Override
    Optional<Object> value(String text) {
      return DicomDate.parse(text).filter(DicomDate::isComplete).map(DicomDate::first);
    }

    @Override
    Optional<String> text(ResultSet row, int index) throws SQLException {
      return Optional.ofNullable(row.getObject(index, LocalDate.class)).map(DicomDate::format);
    }
  },
  TIME {
    @Override
    Optional<Object> value(String text) {
      return DicomTime.parse(text).map(DicomTime::first);
    }

    @Override
    Optional<String> text(ResultSet row, int index) throws SQLException {
      return Optional.ofNullable(row.getObject(index, LocalTime.class))
          .map(DicomTime::format)
          .map(time -> time.endsWith(".000000") ? time.substring(0, 6) : time);
    }
  },
  INTEGER {
    @Override
    Optional<Object> value(String text) {
      return DecimalString.parse(text)
          .filter(number -> number.abs().compareTo(MOST) < 0)
          .filter(number -> number.stripTrailingZeros().scale() <= 0)
          .map(BigDecimal::longValue);
    }

    @Override
    Optional<String> text(ResultSet row, int index) throws SQLException {
      return Optional.ofNullable(row.getBigDecimal(index)).map(BigDecimal::toPlainString);
    }
  },
  DECIMAL {
    @Override
    Optional<Object> value(String text) {
      return DecimalString.parse(text)
          .map(BigDecimal::doubleValue)
          .filter(Double::isFinite)
          .map(n -> n);
    }

    @Override
    Optional<String> text(ResultSet row, int index) throws SQLException {
      double number = row.getDouble(index);
      return row.wasNull() ? Optional.empty() : Optional.of(DecimalString.format(number));
    }
  };

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** What a value becomes; empty when it cannot. */
  abstract Optional<Object> value(String text);

  /** What a row has in a column, as text of DICOM; empty when it has none. */
  abstract Optional<String> text(ResultSet row, int index) throws SQLException;

  /** The kind for an attribute: only those of one value have a type of their own. */
  static Kind of(Column column) {
    boolean single =
        Dictionary.find(column.tag()).map(Dictionary.Entry::vm).filter("1"::equals).isPresent();
    VR vr = column.vr();
    if (!single) {
      return TEXT;
    }
    return switch (vr) {
      case DA -> DATE;
      case TM -> TIME;
      case IS, SL, SS, SV, UL, US -> INTEGER;
      case DS, FL, FD -> DECIMAL;
      default -> TEXT;
    };
  }

  /** The kind of a column that is there already. */
  static Kind of(int jdbcType) {
    return switch (jdbcType) {
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      default -> TEXT;
    };
  }

  /** The type in a data definition; text as the data base has it. */
  String type(String text) {
    return switch (this) {
      case TEXT -> text;
      case DATE -> "DATE";
      case TIME -> "TIME(6)";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DOUBLE PRECISION";
    };
  }

  /** The JDBC type of nulls. */
  int jdbcType() {
    return switch (this) {
      case TEXT -> Types.VARCHAR;
      case DATE -> Types.DATE;
      case TIME -> Types.TIME;
      case INTEGER -> Types.BIGINT;
      case DECIMAL -> Types.DOUBLE;
    };
  }
}
