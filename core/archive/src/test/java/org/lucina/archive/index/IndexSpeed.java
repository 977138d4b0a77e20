package org.lucina.archive.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** Measures how many objects are indexed in a second; run by name ({@code -Dtest=IndexSpeed}). */
public class IndexSpeed {
  private static final int OBJECTS = 4_000;

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
    RelationalIndex index =
        new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
    for (int round = 0; round < 3; round++) {
      for (int callers : new int[] {1, 4, 16}) {
        long cpu = cpuNanos();
        double rate = rate(index, callers);
        System.out.printf(
            "%s, %d callers: %.0f objects/s, %d us of CPU each%n",
            name, callers, rate, (cpuNanos() - cpu) / 1000 / OBJECTS);
      }
    }
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** Objects in a second; each caller sends studies of its own, 100 slices in 2 series each. */
  public static double rate(ArchiveIndex index, int callers) throws Exception {
    List<List<NewInstance>> work = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      work.add(objects(OBJECTS / callers));
    }
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (List<NewInstance> objects : work) {
        running.add(
            threads.submit(
                () -> {
                  for (NewInstance object : objects) {
                    index.add(object, Duplicates.REJECT);
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      index.settle();
      return OBJECTS * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdown();
    }
  }

  private static List<NewInstance> objects(int count) {
    List<NewInstance> objects = new ArrayList<>();
    Random random = new Random();
    TestObject study = TestObject.ctSlice();
    for (int i = 0; i < count; i++) {
      if (i % 100 == 0) {
        study =
            TestObject.ctSlice()
                .set(Tag.PatientID, Uids.random())
                .set(Tag.PatientName, "Family" + random.nextInt(5000) + "^Given")
                .set(Tag.StudyDescription, "CT Thorax")
                .set(Tag.Manufacturer, "Maker")
                .set(Tag.InstitutionName, "Hospital");
      } else if (i % 100 == 50) {
        study = study.another().set(Tag.SeriesInstanceUID, Uids.random());
      }
      NewInstance small = study.another().set(Tag.InstanceNumber, "" + i).build();
      byte[] header = new byte[1800];
      random.nextBytes(header);
      objects.add(
          new NewInstance(small.record(), small.attributes(), header, new byte[0], "AE", false));
    }
    return objects;
  }
}
