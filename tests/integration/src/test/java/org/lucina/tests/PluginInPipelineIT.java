package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.example.ledger.LedgerProvider;
import org.lucina.spi.endpoint.EndpointProvider;

/**
 * The plugin of docs/plugin.md at the end of a pipeline: dropped in while the server runs, taken
 * away with work in flight, put back, and the pipeline goes on where it was.
 */
@OnServer
class PluginInPipelineIT {
  private static final String PLUGIN = "subsystem=lucina/plugin=ledger.jar";
  private static final String ARCHIVE = "subsystem=lucina/endpoint=all-images";
  private static final String OBSERVER = "subsystem=lucina/observer=all-images";
  private static final String LEDGER = "subsystem=lucina/endpoint=books";
  private static final String PIPELINE = "subsystem=lucina/pipeline=bookkeeping";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int INSTANCES = 30;

  /** So the rest is still queued when the plugin leaves. */
  private static final int PER_MINUTE = 20;

  @TempDir private Path folder;
  private final Path jar = Path.of(System.getProperty("server.base"), "deployments", "ledger.jar");
  private Management management;

  @BeforeEach
  void connect() throws IOException {
    management = Management.connect();
  }

  @AfterEach
  void clean() throws IOException {
    for (String resource : List.of(PIPELINE, LEDGER, OBSERVER, ARCHIVE)) {
      if (management.has(resource)) {
        management.remove(resource);
      }
    }
    Files.deleteIfExists(jar);
    await().atMost(PATIENCE).until(() -> !management.has(PLUGIN));
    management.close();
  }

  @Test
  void leavesWithWorkInFlightAndGoesOnWhenItIsBack() throws Exception {
    deploy();
    configure();
    await().atMost(PATIENCE).until(() -> state().equals("running"));

    store();
    await().atMost(PATIENCE).until(() -> lines().size() >= PER_MINUTE);
    Files.delete(jar);
    await().atMost(PATIENCE).until(() -> !management.has(PLUGIN));
    assertThat(state()).isEqualTo("waiting");
    int written = lines().size();
    assertThat(written).isLessThan(INSTANCES);
    assertThat(management.read(PIPELINE).get("missing").asString()).contains("books");

    deploy();
    await().atMost(PATIENCE).until(() -> lines().size() >= INSTANCES);
    assertThat(lines()).hasSize(INSTANCES).doesNotHaveDuplicates();
    assertThat(management.read(PIPELINE).get("failed").asLong()).isZero();
    String meter = "pipeline=\"bookkeeping\"";
    assertThat(metrics()).contains(meter);
    management.remove(PIPELINE);
    assertThat(metrics()).doesNotContain(meter);
  }

  private void deploy() {
    ShrinkWrap.create(JavaArchive.class, "ledger.jar")
        .addPackage(LedgerProvider.class.getPackage())
        .addAsServiceProvider(EndpointProvider.class, LedgerProvider.class)
        .as(ZipExporter.class)
        .exportTo(jar.toFile());
    await().atMost(PATIENCE).until(() -> management.has(PLUGIN));
  }

  private void configure() throws IOException {
    management.run(Management.adding(ARCHIVE, "archive", Map.of()));
    management.run(Management.adding(OBSERVER, "archive", Map.of("events", "instance-added")));
    management.run(Management.adding(LEDGER, "ledger", Map.of("path", ledger().toString())));
    ModelNode pipeline = Management.adding(PIPELINE);
    pipeline.get("observers").add("all-images");
    pipeline.get("source").set("all-images");
    pipeline.get("rate-per-minute").set(PER_MINUTE);
    management.run(pipeline);
    ModelNode put = Management.adding(PIPELINE + "/step=put");
    put.get("type").set("put");
    put.get("endpoint").set("books");
    management.run(put);
    management.run(
        Operations.createWriteAttributeOperation(Management.address(PIPELINE), "enabled", true));
  }

  private static String metrics() throws Exception {
    return new Http().getManagement("/metrics").body();
  }

  private Path ledger() {
    return folder.resolve("ledger.txt");
  }

  private static void store() throws Exception {
    SyntheticObjects objects = new SyntheticObjects(4711);
    SyntheticObject[] sent =
        IntStream.range(0, INSTANCES)
            .mapToObj(instance -> objects.small(1, 1, 1, instance))
            .toArray(SyntheticObject[]::new);
    HttpResponse<String> response = new DicomWeb(new Http(Ports.ofServer())).store(sent);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private String state() throws IOException {
    return management.read(PIPELINE).get("state").asString();
  }

  private List<String> lines() throws IOException {
    return Files.exists(ledger()) ? Files.readAllLines(ledger()) : List.of();
  }
}
