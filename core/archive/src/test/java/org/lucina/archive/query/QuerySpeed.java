package org.lucina.archive.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

/** Measures queries at 10,000 and 100,000 studies; run by name ({@code -Dtest=QuerySpeed}). */
class QuerySpeed {
  private static final int ROUNDS = 15;

  @TempDir private Path folder;

  @Test
  void h2() throws Exception {
    try (TestDatabase database = TestDatabase.h2(folder)) {
      measure("H2", database);
    }
  }

  @Test
  void postgreSql() throws Exception {
    try (TestDatabase database = TestDatabase.postgreSql()) {
      measure("PostgreSQL", database);
    }
  }

  private static void measure(String name, TestDatabase database) throws Exception {
    int filled = 0;
    for (int studies : new int[] {10_000, 100_000}) {
      new IndexFiller(database).fill(filled + 1, studies);
      filled = studies;
      System.out.printf("%s, %d studies, limit 100, medians in ms:%n", name, studies);
      queries(database);
    }
  }

  /** Measures each kind of query, and prints medians. */
  static void queries(TestDatabase database) throws Exception {
    time(database, "all, newest", keys());
    time(database, "patient id", keys().set(Tag.PatientID, "P77"));
    time(database, "study uid", keys().set(Tag.StudyInstanceUID, "1.2.3.99"));
    time(database, "accession number", keys().set(Tag.AccessionNumber, "A99"));
    time(database, "name FAMILY77*", keys().set(Tag.PatientName, "FAMILY77*"));
    time(database, "name FAM*", keys().set(Tag.PatientName, "FAM*"));
    time(database, "name *LY7777*", keys().set(Tag.PatientName, "*LY7777*"));
    time(database, "one day", keys().set(Tag.StudyDate, "20150404"));
    time(database, "a year", keys().set(Tag.StudyDate, "20150101-20151231"));
    time(database, "modality CT", keys().set(Tag.ModalitiesInStudy, "CT"));
    time(database, "modality XA", keys().set(Tag.ModalitiesInStudy, "XA"));
    time(database, "no such modality", keys().set(Tag.ModalitiesInStudy, "PT"));
    time(
        database,
        "CT, year, name",
        keys()
            .set(Tag.ModalitiesInStudy, "CT")
            .set(Tag.StudyDate, "20150101-20151231")
            .set(Tag.PatientName, "FAMILY1*"));
    time(database, "description *THORAX*", keys().set(Tag.StudyDescription, "*thorax*"));
    time(database, "sex M", keys().set(Tag.PatientSex, "M"));
    timeSeries(database, "series, all", DicomLevel.SERIES, "");
    timeSeries(database, "series of a study", DicomLevel.SERIES, "1.2.3.99");
    timeSeries(database, "instances of a study", DicomLevel.INSTANCE, "1.2.3.99");
    time(database, "all, from the 5,000th", DicomLevel.STUDY, keys(), 5000);
    time(
        database,
        "CT, from the 5,000th",
        DicomLevel.STUDY,
        keys().set(Tag.ModalitiesInStudy, "CT"),
        5000);
  }

  /** Without a change in between, H2 answers the same query from its last result. */
  private static void touch(TestDatabase database) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement update = connection.createStatement()) {
      for (String table : List.of("study", "series", "patient", "person_name")) {
        String id = table.equals("person_name") ? "owner_id" : "id";
        update.executeUpdate(
            "UPDATE " + table + " SET " + id + " = " + id + " WHERE " + id + " = 4");
      }
    }
  }

  private static DataSet keys() {
    return new DataSet()
        .setEmpty(Tag.PatientName, VR.PN)
        .setEmpty(Tag.PatientID, VR.LO)
        .setEmpty(Tag.PatientBirthDate, VR.DA)
        .setEmpty(Tag.PatientSex, VR.CS)
        .setEmpty(Tag.StudyDate, VR.DA)
        .setEmpty(Tag.StudyTime, VR.TM)
        .setEmpty(Tag.AccessionNumber, VR.SH)
        .setEmpty(Tag.ModalitiesInStudy, VR.CS)
        .setEmpty(Tag.ReferringPhysicianName, VR.PN)
        .setEmpty(Tag.StudyDescription, VR.LO)
        .setEmpty(Tag.StudyID, VR.SH)
        .setEmpty(Tag.NumberOfStudyRelatedSeries, VR.IS)
        .setEmpty(Tag.NumberOfStudyRelatedInstances, VR.IS);
  }

  private static void timeSeries(TestDatabase database, String what, DicomLevel level, String study)
      throws Exception {
    DataSet keys = keys().setEmpty(Tag.Modality, VR.CS).setEmpty(Tag.SeriesDescription, VR.LO);
    time(database, what, level, study.isEmpty() ? keys : keys.set(Tag.StudyInstanceUID, study));
  }

  private static void time(TestDatabase database, String what, DataSet keys) throws Exception {
    time(database, what, DicomLevel.STUDY, keys);
  }

  private static void time(TestDatabase database, String what, DicomLevel level, DataSet keys)
      throws Exception {
    time(database, what, level, keys, 0);
  }

  private static void time(
      TestDatabase database, String what, DicomLevel level, DataSet keys, int offset)
      throws Exception {
    Requestor requestor =
        new Requestor("tester", Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    ArchiveQuery query =
        new ArchiveQuery(level, keys, false, Set.of(), false, offset, 100, requestor);
    QueryService queries = new SqlQueryService(database.database(), () -> {});
    double[] millis = new double[ROUNDS];
    int[] found = new int[1];
    for (int round = 0; round < ROUNDS; round++) {
      found[0] = 0;
      touch(database);
      long start = System.nanoTime();
      queries.find(
          query,
          match -> {
            found[0]++;
            return true;
          });
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    java.util.Arrays.sort(millis);
    System.out.printf(
        "scale: %-24s %8.2f ms (best %.2f), %d matches%n",
        what, millis[ROUNDS / 2], millis[0], found[0]);
  }
}
