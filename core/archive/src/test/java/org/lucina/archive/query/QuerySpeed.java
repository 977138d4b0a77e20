package org.lucina.archive.query;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.Level;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

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
      QueryService queries = new SqlQueryService(database.database());
      System.out.printf("%s, %d studies, limit 100, medians in ms:%n", name, studies);
      time(queries, "all, newest", keys());
      time(queries, "patient id", keys().set(Tag.PatientID, "P77"));
      time(queries, "study uid", keys().set(Tag.StudyInstanceUID, "1.2.3.99"));
      time(queries, "accession number", keys().set(Tag.AccessionNumber, "A99"));
      time(queries, "name FAMILY77*", keys().set(Tag.PatientName, "FAMILY77*"));
      time(queries, "name FAM*", keys().set(Tag.PatientName, "FAM*"));
      time(queries, "name *LY7777*", keys().set(Tag.PatientName, "*LY7777*"));
      time(queries, "one day", keys().set(Tag.StudyDate, "20150404"));
      time(queries, "a year", keys().set(Tag.StudyDate, "20150101-20151231"));
      time(queries, "modality CT", keys().set(Tag.ModalitiesInStudy, "CT"));
      time(queries, "modality XA", keys().set(Tag.ModalitiesInStudy, "XA"));
      time(queries, "no such modality", keys().set(Tag.ModalitiesInStudy, "PT"));
      time(
          queries,
          "CT, year, name",
          keys()
              .set(Tag.ModalitiesInStudy, "CT")
              .set(Tag.StudyDate, "20150101-20151231")
              .set(Tag.PatientName, "FAMILY1*"));
      time(queries, "description *THORAX*", keys().set(Tag.StudyDescription, "*thorax*"));
      time(queries, "sex M", keys().set(Tag.PatientSex, "M"));
      timeSeries(queries, "series, all", Level.SERIES, "");
      timeSeries(queries, "series of a study", Level.SERIES, "1.2.3.99");
      timeSeries(queries, "instances of a study", Level.IMAGE, "1.2.3.99");
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

  private static void timeSeries(QueryService queries, String what, Level level, String study)
      throws Exception {
    DataSet keys = keys().setEmpty(Tag.Modality, VR.CS).setEmpty(Tag.SeriesDescription, VR.LO);
    time(queries, what, level, study.isEmpty() ? keys : keys.set(Tag.StudyInstanceUID, study));
  }

  private static void time(QueryService queries, String what, DataSet keys) throws Exception {
    time(queries, what, Level.STUDY, keys);
  }

  private static void time(QueryService queries, String what, Level level, DataSet keys)
      throws Exception {
    Requestor requestor =
        new Requestor("tester", Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    ArchiveQuery query =
        new ArchiveQuery(level, keys, false, Set.of(), false, 0, 100, requestor);
    double[] millis = new double[ROUNDS];
    int[] found = new int[1];
    for (int round = 0; round < ROUNDS; round++) {
      found[0] = 0;
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
        "  %-24s %8.2f (best %.2f), %d matches%n", what, millis[ROUNDS / 2], millis[0], found[0]);
  }
}
