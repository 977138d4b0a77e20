package org.lucina.archive.index.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;

/** Finds the instances of a scope, in order of study, series number and instance number. */
public final class ScopeRows {
  private static final String ORDER =
      " ORDER BY s.study_uid, e.series_number NULLS LAST, e.series_uid,"
          + " i.instance_number NULLS LAST, i.sop_instance_uid";
  private static final int FETCH_SIZE = 2000;

  private final Connection connection;

  /** Finds them in the transaction of a connection. */
  public ScopeRows(Connection connection) {
    this.connection = connection;
  }

  /** Row ids and records of all instances of a scope. */
  public Map<Long, InstanceRecord> find(InstanceScope scope) throws SQLException {
    return records(scope, false, "");
  }

  /** Row ids and records of the first instances of a scope. */
  Map<Long, InstanceRecord> first(InstanceScope scope, boolean deidentifiedOnly, int limit)
      throws SQLException {
    return records(scope, deidentifiedOnly, " FETCH FIRST " + limit + " ROWS ONLY");
  }

  private Map<Long, InstanceRecord> records(
      InstanceScope scope, boolean deidentifiedOnly, String limit) throws SQLException {
    Map<Long, InstanceRecord> records = new LinkedHashMap<>();
    String select = "SELECT i.id, " + RecordColumns.SELECT;
    try (PreparedStatement query = prepare(select, scope, deidentifiedOnly, limit);
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        records.put(result.getLong(1), RecordColumns.read(result, 2));
      }
    }
    return records;
  }

  /** Row ids of the instances of a scope. */
  List<Long> ids(InstanceScope scope, boolean deidentifiedOnly) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement query = prepare("SELECT i.id", scope, deidentifiedOnly, "");
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        ids.add(result.getLong(1));
      }
    }
    return ids;
  }

  private PreparedStatement prepare(
      String select, InstanceScope scope, boolean deidentifiedOnly, String limit)
      throws SQLException {
    StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
    List<Object> parameters = new ArrayList<>();
    boolean ofPatient = scope.patientId().isPresent() || scope.issuer().isPresent();
    scope.patientId().ifPresent(id -> add(where, "p.patient_id = ?", parameters, id));
    scope.issuer().ifPresent(issuer -> add(where, "p.issuer = ?", parameters, issuer));
    addAny(where, "s.study_uid", parameters, scope.studies());
    addAny(where, "e.series_uid", parameters, scope.series());
    addAny(where, "i.sop_instance_uid", parameters, scope.instances());
    if (deidentifiedOnly) {
      where.add("i.deidentified");
    }
    String sql =
        (select + RecordColumns.FROM)
            + (ofPatient ? " JOIN patient p ON p.id = s.patient_fk" : "")
            + (where + ORDER + limit);
    PreparedStatement query = connection.prepareStatement(sql);
    query.setFetchSize(FETCH_SIZE);
    for (int i = 0; i < parameters.size(); i++) {
      query.setObject(i + 1, parameters.get(i));
    }
    return query;
  }

  private void addAny(
      StringJoiner where, String column, List<Object> parameters, List<String> values)
      throws SQLException {
    if (values.size() == 1) {
      add(where, column + " = ?", parameters, values.get(0));
    } else if (!values.isEmpty()) {
      add(
          where,
          column + " = ANY(?)",
          parameters,
          connection.createArrayOf("varchar", values.toArray()));
    }
  }

  private static void add(
      StringJoiner where, String condition, List<Object> parameters, Object value) {
    where.add(condition);
    parameters.add(value);
  }
}
