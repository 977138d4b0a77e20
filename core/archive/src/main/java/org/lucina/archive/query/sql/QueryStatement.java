package org.lucina.archive.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.archive.query.match.Condition;
import org.lucina.archive.query.match.KeyConditions;
import org.lucina.spi.dixel.DicomLevel;

/**
 * The one statement of a query: a selection of row ids by narrow tables and indexes, in order and
 * bounded, joined with the columns that come back.
 *
 * @param level what is asked for
 * @param returned what comes back
 */
record QueryStatement(DicomLevel level, ReturnedAttributes returned) {
  private static final String STUDY_ORDER = "s.sort_key DESC, s.id DESC";
  private static final String SERIES_ORDER = STUDY_ORDER + ", e.series_number NULLS LAST, e.id";
  private static final String OF_STUDY =
      "(SELECT MIN(i0.id) FROM instance i0 WHERE i0.series_fk ="
          + " (SELECT MIN(e0.id) FROM series e0 WHERE e0.study_fk = %s))";

  /**
   * The statement with its parameters. Its columns: the attributes in order, then, where it is
   * needed, the id of the instance whose header it is and the first part of that header.
   *
   * @param upper what patients and studies must fulfil
   * @param lower what series and instances must fulfil
   * @param offset rows that are skipped
   * @param limit rows at most
   */
  Condition select(List<Condition> upper, List<Condition> lower, long offset, long limit) {
    StringBuilder sql = new StringBuilder("SELECT ");
    List<Object> parameters = new ArrayList<>();
    sql.append(columns()).append(" FROM (SELECT ").append(id()).append(" AS found FROM ");
    boolean below = level == DicomLevel.SERIES || level == DicomLevel.INSTANCE;
    if (below && lower.isEmpty()) {
      // Every study has a series and an instance: these come from the first studies.
      sql.append("(SELECT s.id, s.sort_key FROM study s").append(where(upper, parameters));
      sql.append(" ORDER BY ").append(STUDY_ORDER).append(" LIMIT ?) s").append(belowStudy());
      parameters.add(offset + limit);
    } else {
      sql.append(narrow());
      sql.append(where(Stream.of(upper, lower).flatMap(List::stream).toList(), parameters));
    }
    sql.append(" ORDER BY ").append(order()).append(" LIMIT ? OFFSET ?) f").append(wide());
    parameters.add(limit);
    parameters.add(offset);
    if (returned.needsHeader()) {
      sql.append(" LEFT JOIN instance_header h ON h.part = 0 AND h.instance_id = ");
      sql.append(headerOf());
    }
    sql.append(" ORDER BY ").append(order());
    return new Condition(sql.toString(), parameters);
  }

  private static String where(List<Condition> conditions, List<Object> parameters) {
    if (conditions.isEmpty()) {
      return "";
    }
    Condition all = Condition.all(conditions);
    parameters.addAll(all.parameters());
    return " WHERE " + all.sql();
  }

  private String id() {
    return KeyConditions.alias(level) + ".id";
  }

  private String columns() {
    Stream<String> attributes =
        returned.columns().stream()
            .map(attribute -> KeyConditions.alias(attribute.level()) + "." + attribute.column());
    Stream<String> header =
        returned.needsHeader() ? Stream.of("h.instance_id", "h.content") : Stream.of();
    return Stream.concat(attributes, header).collect(Collectors.joining(", "));
  }

  private String narrow() {
    return level == DicomLevel.PATIENT ? "patient p" : "study s" + belowStudy();
  }

  private String belowStudy() {
    String series = " JOIN series e ON e.study_fk = s.id";
    return switch (level) {
      case PATIENT, STUDY -> "";
      case SERIES -> series;
      case INSTANCE -> series + " JOIN instance i ON i.series_fk = e.id";
    };
  }

  private String wide() {
    String patient = " JOIN patient p ON p.id = s.patient_fk";
    String study = " JOIN study s ON s.id = e.study_fk" + patient;
    return switch (level) {
      case PATIENT -> " JOIN patient p ON p.id = f.found";
      case STUDY -> " JOIN study s ON s.id = f.found" + patient;
      case SERIES -> " JOIN series e ON e.id = f.found" + study;
      case INSTANCE ->
          " JOIN instance i ON i.id = f.found JOIN series e ON e.id = i.series_fk" + study;
    };
  }

  private String order() {
    return switch (level) {
      case PATIENT -> "p.sort_name, p.id";
      case STUDY -> STUDY_ORDER;
      case SERIES -> SERIES_ORDER;
      case INSTANCE -> SERIES_ORDER + ", i.instance_number NULLS LAST, i.id";
    };
  }

  /** An instance that speaks for its series, study or patient: the first one that is there. */
  private String headerOf() {
    return switch (level) {
      case PATIENT ->
          OF_STUDY.formatted("(SELECT MIN(s0.id) FROM study s0 WHERE s0.patient_fk = p.id)");
      case STUDY -> OF_STUDY.formatted("s.id");
      case SERIES -> "(SELECT MIN(i0.id) FROM instance i0 WHERE i0.series_fk = e.id)";
      case INSTANCE -> "i.id";
    };
  }
}
