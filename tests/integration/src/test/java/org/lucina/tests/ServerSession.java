package org.lucina.tests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What must be there before Arquillian reads its configuration: free ports and the database, told
 * to it by system properties.
 */
public final class ServerSession implements LauncherSessionListener {
  private Optional<EmbeddedPostgres> database = Optional.empty();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Ports ports = Ports.free();
    System.setProperty("server.port-offset", Integer.toString(ports.offset()));
    System.setProperty("server.management-port", Integer.toString(ports.management()));
    System.setProperty("server.dicom-port", Integer.toString(ports.dicom()));
    System.setProperty("server.arguments", "-Djboss.tx.node.id=shared");
    if ("postgresql".equals(System.getProperty("lucina.tests.database"))) {
      startDatabase();
    }
  }

  private void startDatabase() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().start();
      database = Optional.of(started);
      System.setProperty(TestDatabases.PORT, Integer.toString(started.getPort()));
      System.setProperty("server.arguments", String.join(" ", TestDatabases.arguments("shared")));
    } catch (IOException | IllegalStateException e) {
      System.setProperty(DatabaseIsThere.MISSING, "PostgreSQL cannot run here: " + e.getMessage());
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    database.ifPresent(
        started -> {
          try {
            started.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
