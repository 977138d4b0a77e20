package org.lucina.endpoint.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.table.Columns;
import org.lucina.spi.testing.LocalContext;

/** What the endpoint does, whatever the data base. */
abstract class SqlEndpointContract {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String COLUMNS =
      "PatientName,PatientID,StudyDate,StudyTime,StudyDescription,ModalitiesInStudy,"
          + "NumberOfStudyRelatedInstances,PatientWeight,AcquisitionDateTime,"
          + "RequestAttributesSequence.RequestedProcedureID";

  private final String tableName = "t" + NUMBERS.incrementAndGet();

  /** A data source of the data base. */
  abstract DataSource source() throws Exception;

  @Test
  void makesATableWithTypedColumns() throws Exception {
    Endpoint sql = open(Map.of());
    sql.put(study(1));

    Map<String, String> types = types();
    assertThat(types.keySet())
        .contains("study_instance_uid", "patient_name", "number_of_study_related_instances")
        .contains("request_attributes_sequence_requested_procedure_id");
    assertThat(types.get("study_date")).isEqualToIgnoringCase("date");
    assertThat(types.get("study_time")).containsIgnoringCase("time");
    assertThat(types.get("number_of_study_related_instances")).isIn("BIGINT", "int8", "bigint");
    assertThat(types.get("patient_weight")).isIn("DOUBLE PRECISION", "float8");
    assertThat(sql.check()).contains(tableName);
  }

  @Test
  void givesBackWhatItTook() throws Exception {
    Endpoint sql = open(Map.of());
    sql.put(study(1));

    Dixel back = sql.get(Reference.study("1.2.1"), Set.of(View.TAGS));
    DataSet expected = study(1).tags();
    for (int tag :
        List.of(
            Tag.StudyInstanceUID,
            Tag.PatientName,
            Tag.PatientID,
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.StudyDescription,
            Tag.ModalitiesInStudy,
            Tag.NumberOfStudyRelatedInstances,
            Tag.PatientWeight,
            Tag.AcquisitionDateTime)) {
      assertThat(back.tags().strings(tag)).as("%08X", tag).isEqualTo(expected.strings(tag));
    }
    assertThat(
            back.tags()
                .items(Tag.RequestAttributesSequence)
                .get(0)
                .string(Tag.RequestedProcedureID))
        .contains("P1");
    assertThat(back.reference().studyUid()).contains("1.2.1");
  }

  @Test
  void puttingAgainReplaces() throws Exception {
    Endpoint sql = open(Map.of());
    sql.put(study(1));
    sql.put(study(1));
    Dixel changed = study(1);
    changed.tags().set(Tag.StudyDescription, "Robert'); DROP TABLE students;--");
    sql.put(changed);

    assertThat(count()).isEqualTo(1);
    assertThat(sql.get(Reference.study("1.2.1"), Set.of()).tags().string(Tag.StudyDescription))
        .contains("Robert'); DROP TABLE students;--");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "StudyInstanceUID=1.2.3",
        "StudyInstanceUID=1.2.3\\1.2.5\\1.2.99",
        "PatientName=doe^p3",
        "PatientName=DOE*",
        "PatientName=*^P?",
        "PatientID=P%25",
        "PatientID=P_3",
        "PatientID=P?3",
        "PatientID=P*",
        "PatientID=p-3",
        "StudyDate=20260103",
        "StudyDate=20260103-20260105",
        "StudyDate=-20260104",
        "StudyTime=1003",
        "StudyTime=100300-1005",
        "StudyDescription=CHEST*",
        "StudyDescription=\"\"",
        "StudyDescription=Ch!_%25st*",
        "ModalitiesInStudy=CT",
        "ModalitiesInStudy=?R",
        "NumberOfStudyRelatedInstances=3",
        "PatientWeight=70.3",
        "AcquisitionDateTime=20260103-20260104",
        "RequestAttributesSequence.RequestedProcedureID=P4",
        "RequestAttributesSequence.RequestedProcedureID=P?&StudyDate=20260105-"
      })
  void findsWhatTheStandardSays(String text) throws Exception {
    Endpoint sql = open(Map.of());
    Query query = Query.parse(DicomLevel.STUDY, text);
    List<String> expected = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      sql.put(study(number));
      if (query.matches(study(number).tags())) {
        expected.add("1.2." + number);
      }
    }
    assertThat(found(sql, query)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void refusesQueriesThatNoColumnCanAnswer() throws Exception {
    Endpoint sql = open(Map.of());

    assertThatThrownBy(() -> found(sql, Query.parse(DicomLevel.STUDY, "InstitutionName=X")))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("InstitutionName");
    assertThatThrownBy(() -> found(sql, Query.of(DicomLevel.INSTANCE).build()))
        .isInstanceOf(UnsupportedQueryException.class);
  }

  @Test
  void pagesThroughManyRows() throws Exception {
    Endpoint sql = open(Map.of("columns", "PatientID"));
    for (int number = 0; number < 1100; number++) {
      sql.put(study(number));
    }

    assertThat(found(sql, Query.of(DicomLevel.STUDY).build()))
        .hasSize(1100)
        .doesNotHaveDuplicates();
    assertThat(found(sql, Query.of(DicomLevel.STUDY).offset(1050).limit(20).build())).hasSize(20);
    assertThat(found(sql, Query.of(DicomLevel.STUDY).offset(1090).limit(20).build())).hasSize(10);
  }

  @Test
  void deletesAndSaysWhatIsThere() throws Exception {
    Endpoint sql = open(Map.of());
    sql.put(study(1));
    sql.put(study(2));

    sql.delete(Reference.study("1.2.1"));
    sql.delete(Reference.study("1.2.1"));
    assertThat(sql.exists(Reference.study("1.2.1"))).isFalse();
    assertThat(sql.exists(Reference.study("1.2.2"))).isTrue();
    assertThat(sql.exists(Reference.patient("P-2"))).isTrue();
    sql.delete(Reference.patient("P-2"));
    assertThat(count()).isZero();
    assertThatThrownBy(() -> sql.get(Reference.study("1.2.1"), Set.of()))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void manyPutTheSameAtOnce() throws Exception {
    Endpoint sql = open(Map.of());
    sql.check();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> puts =
        IntStream.range(0, 200)
            .<Future<?>>mapToObj(i -> threads.submit(() -> sql.put(study(i % 10))))
            .toList();
    for (Future<?> put : puts) {
      put.get();
    }
    threads.shutdown();

    assertThat(count()).isEqualTo(10);
  }

  @Test
  void leavesOutWhatAColumnCannotHold() throws Exception {
    Endpoint sql = open(Map.of());
    Dixel broken = study(1);
    broken.tags().set(Tag.StudyDate, VR.DA, "unknown").set(Tag.StudyTime, VR.TM, "99");
    sql.put(broken);

    DataSet back = sql.get(Reference.study("1.2.1"), Set.of()).tags();
    assertThat(back.contains(Tag.StudyDate)).isFalse();
    assertThat(back.contains(Tag.StudyTime)).isFalse();
    assertThat(back.string(Tag.PatientID)).contains("P-1");
  }

  @Test
  void namesAreQuotedAndMakeNoSql() throws Exception {
    String evil = "x\"; DROP TABLE \"" + tableName + "\"; --";
    Endpoint sql = open(Map.of());
    sql.put(study(1));
    Endpoint other = open(Map.of("table", evil));
    other.put(study(2));

    assertThat(other.exists(Reference.study("1.2.2"))).isTrue();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void addsColumnsThatATableLacksUnlessTold() throws Exception {
    open(Map.of("columns", "PatientID")).put(study(1));
    Endpoint more = open(Map.of("columns", "PatientID,StudyDate"));
    more.put(study(2));
    assertThat(found(more, Query.parse(DicomLevel.STUDY, "StudyDate=20260102")))
        .containsExactly("1.2.2");

    Endpoint closed = open(Map.of("columns", "PatientSex", "create", "false"));
    assertThatThrownBy(closed::check)
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("'patient_sex' is missing");
  }

  @Test
  void collectsWhatAnotherEndpointFinds() throws Exception {
    Endpoint source = open(Map.of("table", tableName + "s"));
    for (int number = 1; number < 6; number++) {
      source.put(study(number));
    }
    Endpoint sql = open(Map.of(), new LocalContext().with("pacs", source));
    Method collect = sql.capabilities().methods().get(0);

    String answer =
        sql.handle(
            Optional.empty(),
            "collect",
            collect.arguments().check(Map.of("endpoint", "pacs", "query", "StudyDate=20260103-")));
    assertThat(answer).isEqualTo("{\"collected\":3}");
    assertThat(count()).isEqualTo(3);
    assertThat(sql.get(Reference.study("1.2.4"), Set.of()).tags().string(Tag.StudyDescription))
        .contains("Chest 4");
  }

  private Endpoint open(Map<String, String> properties) throws Exception {
    return open(properties, new LocalContext());
  }

  private Endpoint open(Map<String, String> properties, LocalContext context) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("table", tableName);
    all.put("columns", COLUMNS);
    all.putAll(properties);
    TableSpec spec =
        new TableSpec(
            Optional.empty(),
            all.get("table"),
            Columns.parse(DicomLevel.STUDY, all.get("columns")),
            Naming.SNAKE,
            !"false".equals(all.get("create")));
    Transactions transactions = new Transactions(source(), Optional.empty());
    return new SqlEndpoint(spec, new Statements(() -> transactions, spec, 60), context);
  }

  static Dixel study(int number) {
    DataSet tags =
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2." + number)
            .set(Tag.PatientName, (number % 2 == 0 ? "ROE^P" : "DOE^P") + number)
            .set(Tag.PatientID, (number % 4 == 3 ? "P_" : "P-") + number)
            .set(Tag.StudyDate, "2026010" + number % 10)
            .set(Tag.StudyTime, "100" + number % 10 + "00")
            .set(Tag.ModalitiesInStudy, "SR", number % 2 == 0 ? "CT" : "MR")
            .set(Tag.NumberOfStudyRelatedInstances, Integer.toString(number))
            .set(Tag.PatientWeight, "70." + number)
            .set(Tag.AcquisitionDateTime, "2026010" + number % 10 + "1000")
            .set(
                Tag.RequestAttributesSequence,
                List.of(new DataSet().set(Tag.RequestedProcedureID, "P" + number)));
    if (number % 10 == 0) {
      tags.remove(Tag.StudyDate);
    }
    if (number != 5) {
      tags.set(Tag.StudyDescription, number % 3 == 0 ? "Ch!_%st" : "Chest " + number);
    }
    return Dixel.of(Reference.study("1.2." + number)).tags(tags).build();
  }

  private static List<String> found(Endpoint sql, Query query) throws Exception {
    List<String> found = new ArrayList<>();
    sql.find(query, dixel -> found.add(dixel.reference().studyUid().orElseThrow()));
    return found;
  }

  private long count() throws Exception {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM \"" + tableName + "\"")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Map<String, String> types() throws Exception {
    Map<String, String> types = new HashMap<>();
    try (Connection connection = source().getConnection();
        ResultSet rows = connection.getMetaData().getColumns(null, null, tableName, null)) {
      while (rows.next()) {
        types.put(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME"));
      }
    }
    return types;
  }
}
