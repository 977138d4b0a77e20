package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.testing.SyntheticObject;

/**
 * Nothing acknowledged is lost when the server is killed while it receives and deletes, however
 * often. {@code -Dlucina.faults=10} kills it so often, under a load that lasts longer.
 */
@ExtendWith(DatabaseIsThere.class)
class KillIT {
  private static final int KILLS = Integer.getInteger("lucina.faults", 1);
  private static final int SENDERS = 4;
  private static final int INSTANCES = KILLS == 1 ? 75 : 500;
  private static final int DOOMED = KILLS == 1 ? 40 : 200;
  private static final int STUDIES_OF_A_ROUND = 1000;

  private final SentObjects objects = new SentObjects(411);

  @TempDir private Path base;

  private final Set<Integer> beingDeleted = ConcurrentHashMap.newKeySet();
  private final Set<Integer> deleted = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @ValueSource(strings = {"default", "packs"})
  void nothingAcknowledgedIsLost(String storage) throws Exception {
    try (PreparedServer server = PreparedServer.in(base, "kill_" + storage)) {
      server.start();
      server.storeInto(storage);
      for (int round = 0; round < KILLS; round++) {
        SentObjects doomed = new SentObjects(500L + round);
        killUnderLoad(server, round, doomed);
        server.start();
        check(server, storage, doomed);
      }
    }
  }

  private void killUnderLoad(PreparedServer server, int round, SentObjects doomed)
      throws Exception {
    beingDeleted.clear();
    deleted.clear();
    prepare(server, doomed);
    int before = objects.count();
    int all = (SENDERS + 1) * INSTANCES;
    int enough = before + ThreadLocalRandom.current().nextInt(all / 10, all * 9 / 10);
    Senders senders = new Senders(server.ports(), objects);
    int first = round * STUDIES_OF_A_ROUND;
    IntStream.range(0, SENDERS).forEach(number -> senders.dimse(first + number, INSTANCES));
    senders.stow(first + SENDERS, INSTANCES);
    Thread deleter = new Thread(() -> deleteUntilCutOff(server, doomed));
    deleter.start();
    try {
      await().atMost(Duration.ofMinutes(3)).until(() -> objects.count() >= enough);
    } finally {
      server.kill();
    }
    senders.join();
    deleter.join();
  }

  /** Stores studies of one object each, to be deleted. */
  private static void prepare(PreparedServer server, SentObjects doomed) throws Exception {
    List<SentObjects.Key> keys =
        IntStream.range(0, DOOMED).mapToObj(study -> new SentObjects.Key(study, 0)).toList();
    var response =
        server.web().store(keys.stream().map(doomed::send).toArray(SyntheticObject[]::new));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    keys.forEach(doomed::acknowledged);
  }

  private void deleteUntilCutOff(PreparedServer server, SentObjects doomed) {
    Http http = server.http();
    try {
      for (int study : doomed.studies()) {
        String uid = doomed.make(new SentObjects.Key(study, 0)).study();
        beingDeleted.add(study);
        var response = http.send(http.withUser("/dicom-web/studies/" + uid).DELETE());
        assertThat(response.statusCode()).isEqualTo(204);
        deleted.add(study);
      }
    } catch (IOException cutOff) {
      assertThat(cutOff).as("the server was killed").isNotNull();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(PreparedServer server, String storage, SentObjects doomed) throws Exception {
    ArchiveCheck check = new ArchiveCheck(server, objects);
    check.everythingIsThereOnceAndWhole();
    check.indexAndStorageAgree(storage);
    for (int study : doomed.studies()) {
      String uid = doomed.make(new SentObjects.Key(study, 0)).study();
      int found = server.web().dataSets("/studies?StudyInstanceUID=" + uid).size();
      if (deleted.contains(study)) {
        assertThat(found).as("study %d was deleted", study).isZero();
      } else if (!beingDeleted.contains(study)) {
        assertThat(found).as("study %d was never deleted", study).isEqualTo(1);
      }
    }
  }
}
