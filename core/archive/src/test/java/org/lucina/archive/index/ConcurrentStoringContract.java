package org.lucina.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome.Kind;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** What an index promises to concurrent senders: no lost update, no error, no duplicate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConcurrentStoringContract {
  private static final int SENDERS = 16;
  private static final int OBJECTS = 40;

  private TestDatabase database;
  private List<RelationalIndex> servers;

  abstract TestDatabase open() throws Exception;

  /** How many servers may write to the database. */
  abstract int servers();

  @BeforeAll
  void start() throws Exception {
    database = open();
    servers = new ArrayList<>();
    for (int i = 0; i < servers(); i++) {
      servers.add(new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool()));
    }
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @Test
  void sendersToOneSeriesLoseNothing() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.PatientID, "one series");
    run(sender -> sendAll(sender, objects(first)));
    assertThat(counts(first)).containsExactly(1, 1, OBJECTS * SENDERS, 1, OBJECTS * SENDERS);
  }

  @Test
  void sendersOfNewSeriesToOneStudyLoseNothing() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.PatientID, "one study");
    run(
        sender -> {
          List<NewInstance> objects = new ArrayList<>();
          for (int i = 0; i < OBJECTS; i++) {
            String modality = "M" + (sender + i) % 20;
            objects.add(
                first
                    .another()
                    .set(Tag.SeriesInstanceUID, Uids.random())
                    .set(Tag.Modality, modality)
                    .set(Tag.SOPClassUID, i % 2 == 0 ? UID.CTImageStorage : UID.MRImageStorage)
                    .build());
          }
          return sendAll(sender, objects);
        });
    int all = OBJECTS * SENDERS;
    assertThat(counts(first)).containsExactly(1, all, all, all, all);
    assertThat(text("SELECT modalities FROM study", first).split("\\\\")).hasSize(20);
    assertThat(text("SELECT sop_classes FROM study", first).split("\\\\")).hasSize(2);
  }

  @Test
  void sendersOfNewStudiesOfOnePatientLoseNothing() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.PatientID, "one patient");
    run(
        sender -> {
          List<NewInstance> objects = new ArrayList<>();
          for (int i = 0; i < OBJECTS; i++) {
            objects.add(
                first
                    .another()
                    .set(Tag.StudyInstanceUID, Uids.random())
                    .set(Tag.SeriesInstanceUID, Uids.random())
                    .build());
          }
          return sendAll(sender, objects);
        });
    assertThat(number("SELECT num_studies FROM patient WHERE patient_id = 'one patient'"))
        .isEqualTo(OBJECTS * SENDERS);
    assertThat(number("SELECT COUNT(*) FROM patient WHERE patient_id = 'one patient'"))
        .isEqualTo(1);
  }

  @Test
  void sendersOfTheSameObjectsStoreEachOnce() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.PatientID, "same objects");
    List<TestObject> objects = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(first.another());
    }
    List<Kind> kinds =
        run(sender -> sendAll(sender, objects.stream().map(each -> each.copy().build()).toList()));
    assertThat(kinds).hasSize(OBJECTS * SENDERS).containsOnly(Kind.STORED, Kind.SAME);
    assertThat(kinds.stream().filter(Kind.STORED::equals)).hasSize(OBJECTS);
    assertThat(counts(first)).containsExactly(1, 1, OBJECTS, 1, OBJECTS);
  }

  @Test
  void anObjectThatCannotBeIndexedFailsAlone() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.PatientID, "neighbours");
    Instant before = servers.get(0).lastCheckpoint();
    List<Kind> kinds =
        run(
            sender -> {
              List<NewInstance> objects = new ArrayList<>(objects(first));
              objects.add(0, first.another().at("x".repeat(300)).build());
              return sendAll(sender, objects);
            });
    assertThat(counts(first)).containsExactly(1, 1, OBJECTS * SENDERS, 1, OBJECTS * SENDERS);
    if (kinds.size() > OBJECTS * SENDERS) {
      // Acknowledged before: then it is to be found in the storage at the next start.
      servers.get(0).checkpoint(Instant.now());
      assertThat(servers.get(0).lastCheckpoint()).isEqualTo(before);
    }
  }

  private List<NewInstance> objects(TestObject first) {
    List<NewInstance> objects = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(first.another().build());
    }
    return objects;
  }

  /** Outcomes of those that were not refused. */
  private List<Kind> sendAll(int sender, List<NewInstance> objects) {
    List<Kind> kinds = new ArrayList<>();
    for (NewInstance object : objects) {
      try {
        kinds.add(servers.get(sender % servers.size()).add(object, Duplicates.REJECT).kind());
      } catch (StoreException e) {
        if (!object.record().location().startsWith("xxx")) {
          throw new AssertionError("not stored", e);
        }
      }
    }
    return kinds;
  }

  private interface Sender {
    List<Kind> send(int number);
  }

  private List<Kind> run(Sender sender) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Callable<List<Kind>>> tasks = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        int number = i;
        tasks.add(() -> sender.send(number));
      }
      List<Kind> kinds = new ArrayList<>();
      for (Future<List<Kind>> done : threads.invokeAll(tasks)) {
        kinds.addAll(done.get());
      }
      servers.forEach(RelationalIndex::settle);
      return kinds;
    } finally {
      threads.shutdown();
    }
  }

  /** Studies and series and instances of the patient, then series and instances of the study. */
  private List<Integer> counts(TestObject object) throws Exception {
    String patient = object.uid(Tag.PatientID);
    List<Integer> counts = new ArrayList<>();
    for (String column : List.of("num_studies", "num_series", "num_instances")) {
      counts.add(number("SELECT " + column + " FROM patient WHERE patient_id = '" + patient + "'"));
    }
    for (String column : List.of("num_series", "num_instances")) {
      counts.add(Integer.valueOf(text("SELECT " + column + " FROM study", object)));
    }
    return counts;
  }

  private String text(String select, TestObject object) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement query = connection.createStatement();
        ResultSet result =
            query.executeQuery(
                select + " WHERE study_uid = '" + object.uid(Tag.StudyInstanceUID) + "'")) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private int number(String select) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement query = connection.createStatement();
        ResultSet result = query.executeQuery(select)) {
      assertThat(result.next()).isTrue();
      return result.getInt(1);
    }
  }
}
