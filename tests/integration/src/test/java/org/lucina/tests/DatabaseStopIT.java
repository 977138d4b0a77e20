package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL may be stopped and started while senders send: nothing acknowledged is lost. */
@ExtendWith(DatabaseIsThere.class)
@EnabledIfSystemProperty(named = "lucina.tests.database", matches = "postgresql")
class DatabaseStopIT {
  private static final int MANY = 100_000;
  private static final int SOME = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final SentObjects objects = new SentObjects(611);

  @TempDir private Path base;

  @Test
  void serviceResumesWhenTheDatabaseIsBack() throws Exception {
    int port = freePort();
    EmbeddedPostgres database = start(port);
    String url = "jdbc:postgresql://localhost:" + port + "/postgres";
    try (PreparedServer server =
        PreparedServer.in(base.resolve("server"), TestDatabases.postgres("stopped", url))) {
      server.start();
      Senders before = new Senders(server.ports(), objects);
      before.dimse(0, MANY).dimse(1, MANY).stow(2, MANY);
      await().atMost(PATIENCE).until(() -> objects.count() >= SOME);
      database.close();
      await().atMost(PATIENCE).until(() -> before.refusals().size() >= SOME);
      assertThat(server.web().get("/studies", DicomWeb.JSON).statusCode()).isGreaterThan(499);

      database = start(port);
      int acknowledged = objects.count();
      await().atMost(PATIENCE).until(() -> objects.count() >= acknowledged + SOME);
      before.stop();
      before.join();

      ArchiveCheck check = new ArchiveCheck(server, objects);
      check.everythingIsThereOnceAndWhole();
      check.isWhole("default");
      ModelNode repair = new ModelNode();
      repair.get("repair").set(true);
      ModelNode report = server.onStorage("default", "reconcile", repair);
      assertThat(report.get("missing").asLong()).as(report.toString()).isZero();
      check.indexAndStorageAgree("default");
      check.everythingIsThereOnceAndWhole();
    } finally {
      database.close();
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(base.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
