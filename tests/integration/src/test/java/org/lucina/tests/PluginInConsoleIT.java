package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.example.ledger.LedgerProvider;
import org.lucina.spi.endpoint.EndpointProvider;

/** The plugin of docs/plugin.md is dropped in, wired into a pipeline in the console, and runs. */
@OnServer
@EnabledIfSystemProperty(
    named = "lucina.tests.console",
    matches = "true",
    disabledReason =
        "skipped: the console, loaded down, at times forgets clicks; -Dlucina.tests.console=true")
class PluginInConsoleIT {
  private static final String PLUGIN = "subsystem=lucina/plugin=console-ledger.jar";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private final Path jar =
      Path.of(System.getProperty("server.base"), "deployments", "console-ledger.jar");
  private Management management;

  @BeforeEach
  void deploy() throws IOException {
    management = Management.connect();
    ShrinkWrap.create(JavaArchive.class, "console-ledger.jar")
        .addPackage(LedgerProvider.class.getPackage())
        .addAsServiceProvider(EndpointProvider.class, LedgerProvider.class)
        .as(ZipExporter.class)
        .exportTo(jar.toFile());
    await().atMost(PATIENCE).until(() -> management.has(PLUGIN));
  }

  @AfterEach
  void clean() throws IOException {
    List<String> resources =
        List.of("pipeline=clicked", "observer=seen", "endpoint=images", "endpoint=clicked-books");
    for (String resource : resources) {
      if (management.has("subsystem=lucina/" + resource)) {
        management.remove("subsystem=lucina/" + resource);
      }
    }
    Files.deleteIfExists(jar);
    await().atMost(PATIENCE).until(() -> !management.has(PLUGIN));
    management.close();
  }

  @Test
  void isWiredIntoAPipelineByHand() throws Exception {
    Path ledger = folder.resolve("ledger.txt");
    try (Browser browser = Browser.open()) {
      AdminConsole console = AdminConsole.open(browser.page(), Ports.ofServer());
      console.add("endpoint", Map.of("name", "images", "provider", "archive"));
      console.add(
          "endpoint",
          Map.of("name", "clicked-books", "provider", "ledger", "properties", "path=" + ledger));
      console.add(
          "observer",
          Map.of("name", "seen", "provider", "archive", "properties", "events=instance-added"));
      console.add("pipeline", Map.of("name", "clicked", "observers", "seen", "source", "images"));
      console.add(
          "pipeline/clicked/step",
          Map.of("name", "put", "type", "put", "endpoint", "clicked-books"));
      console.switchOn("pipeline/clicked", "enabled");
      await()
          .atMost(PATIENCE)
          .until(() -> console.read("pipeline/clicked", "state"), "running"::equals);

      var stored = new DicomWeb(new Http()).store(new SyntheticObjects(4712).small(0, 0, 0, 0));

      assertThat(stored.statusCode()).isEqualTo(200);
      await()
          .atMost(PATIENCE)
          .until(() -> console.read("pipeline/clicked", "processed"), "1"::equals);
      browser.picture("console-pipeline");
      assertThat(Files.readAllLines(ledger)).hasSize(1);
    }
  }
}
