package org.lucina.archive.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.lucina.archive.index.IndexSpeed;
import org.lucina.archive.index.RelationalIndex;
import org.lucina.archive.index.TestDatabase;

/** Measures a large index on PostgreSQL; run by {@code bench/scale.sh}. */
class IndexScale {
  private static final int STEP = 100_000;

  @Test
  void queries_size_and_ingest() throws Exception {
    int studies = Integer.getInteger("scale.studies");
    try (TestDatabase database = TestDatabase.postgreSql(System.getProperty("scale.url"))) {
      long start = System.nanoTime();
      for (int from = 1; from <= studies; from += STEP) {
        new IndexFiller(database).fill(from, Math.min(studies, from + STEP - 1));
      }
      try (Connection connection = database.dataSource().getConnection();
          Statement sql = connection.createStatement()) {
        sql.execute("ALTER SEQUENCE lucina_id RESTART WITH " + (4L * studies + 1000));
      }
      System.out.printf(
          "scale: %,d studies, filled in %d s%n",
          studies, (System.nanoTime() - start) / 1_000_000_000);
      QuerySpeed.queries(database);
      sizes(database);
      RelationalIndex index =
          new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
      for (int callers : new int[] {4, 16, 4, 16}) {
        System.out.printf(
            "scale: %d callers add %.0f objects/s%n", callers, IndexSpeed.rate(index, callers));
      }
    }
  }

  private static void sizes(TestDatabase database) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT relname, pg_total_relation_size(oid) / 1048576 FROM pg_class"
                    + " WHERE relkind = 'r' AND pg_total_relation_size(oid) > 1048576"
                    + " UNION ALL SELECT 'whole database', pg_database_size(current_database()) / 1048576"
                    + " ORDER BY 2 DESC")) {
      while (rows.next()) {
        System.out.printf("scale: %-24s %,d MiB%n", rows.getString(1), rows.getLong(2));
      }
    }
  }
}
