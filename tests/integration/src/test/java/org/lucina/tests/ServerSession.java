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
    System.setProperty("server.arguments", "");
    if ("postgresql".equals(System.getProperty("lucina.tests.database"))) {
      startDatabase();
    }
  }

  private void startDatabase() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().start();
      database = Optional.of(started);
      String url = "jdbc:postgresql://localhost:" + started.getPort() + "/postgres";
      System.setProperty(
          "server.arguments", "-Dlucina.db.url=" + url + " -Dlucina.db.user=postgres");
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
