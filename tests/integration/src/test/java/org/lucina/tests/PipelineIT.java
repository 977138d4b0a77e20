package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.observer.ObserverProvider;
import org.lucina.spi.testing.ListObserverProvider;

/** Pipelines from one directory to another lose and double nothing when the server is killed. */
@ExtendWith(DatabaseIsThere.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {
  private static final String SUBSYSTEM = "subsystem=lucina/";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int OBJECTS = 300;

  private final SyntheticObjects objects = new SyntheticObjects(77);
  private PreparedServer server;
  private Path base;
  private int studies;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    base = folder;
    server = PreparedServer.in(base, "pipelines");
    ShrinkWrap.create(JavaArchive.class, "list.jar")
        .addClasses(ListObserverProvider.class)
        .addClass("org.lucina.spi.testing.ListObserver")
        .addAsServiceProvider(ObserverProvider.class, ListObserverProvider.class)
        .as(ZipExporter.class)
        .exportTo(base.resolve("deployments").resolve("list.jar").toFile());
    server.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void eachObjectArrivesOnceThoughTheServerIsKilled() throws Exception {
    Path from = fill("kill", OBJECTS);
    Path to = Files.createDirectories(base.resolve("kill-to"));
    connect("kill", from, to);
    step("kill", "some", "filter", Map.of("kinds", "added"), "");
    step("kill", "site", "coerce", Map.of("rules", "set InstitutionName=North"), "");
    step("kill", "save", "put", Map.of(), "kill-to");
    enable("kill");
    await().atMost(PATIENCE).until(() -> StoredFiles.in(to).size() > OBJECTS / 10);
    server.kill();
    assertThat(StoredFiles.in(to).size()).isLessThan(OBJECTS);
    server.start();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read("kill").get("queued").asInt()).isZero());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(StoredFiles.in(to).size()).isEqualTo(OBJECTS));
    assertThat(read("kill").get("failed").asInt()).isZero();
    assertThat(StoredFiles.values(to, Tag.InstitutionName)).hasSize(OBJECTS).containsOnly("North");
    assertThat(StoredFiles.values(to, Tag.SOPInstanceUID)).doesNotHaveDuplicates();
  }

  @Test
  void aStudyThatWaitsIsContinuedOnceThoughTheServerIsKilled() throws Exception {
    Path from = fill("wait", 20);
    Path to = Files.createDirectories(base.resolve("wait-to"));
    connect("wait", from, to);
    step("wait", "quiet", "wait", Map.of("quiet", "PT20S"), "");
    step("wait", "save", "put", Map.of(), "wait-to");
    enable("wait");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(read("wait").get("waiting").asInt()).isEqualTo(1);
              assertThat(read("wait").get("queued").asInt()).isZero();
            });
    assertThat(StoredFiles.in(to).size()).isZero();
    server.kill();
    server.start();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(StoredFiles.in(to).size()).isEqualTo(20));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read("wait").get("waiting").asInt()).isZero());
    assertThat(read("wait").get("processed").asInt()).isEqualTo(1);
  }

  @Test
  void anUndeployedPluginIsWaitedForWithWorkInFlight() throws Exception {
    Path from = fill("away", OBJECTS);
    Path to = Files.createDirectories(base.resolve("away-to"));
    connect("away", from, to);
    step("away", "save", "put", Map.of(), "away-to");
    // However fast it is, there is work left when the plugin goes.
    run(
        Operations.createWriteAttributeOperation(
            address("pipeline=away"), "rate-per-minute", OBJECTS * 2 / 3));
    enable("away");
    await().atMost(PATIENCE).until(() -> StoredFiles.in(to).size() > OBJECTS / 10);
    ModelNode plugin = Management.address("deployment=lucina-endpoint-dcmdir.jar");
    run(Operations.createOperation("undeploy", plugin));
    assertThat(read("away").get("state").asString()).isEqualTo("waiting");
    assertThat(StoredFiles.in(to).size()).isLessThan(OBJECTS);
    run(Operations.createOperation("deploy", plugin));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(StoredFiles.in(to).size()).isEqualTo(OBJECTS));
    assertThat(read("away").get("failed").asInt()).isZero();
    assertThat(StoredFiles.values(to, Tag.SOPInstanceUID)).doesNotHaveDuplicates();
  }

  @Test
  void whatFailsIsListedAndTriedAgain() throws Exception {
    Path from = fill("fail", 3);
    Path to = base.resolve("fail-to");
    Files.createDirectories(to);
    connect("fail", from, to);
    step("fail", "save", "put", Map.of(), "fail-to");
    step("fail", "nothing", "call", Map.of("method", "none"), "fail-to");
    enable("fail");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read("fail").get("failed").asInt()).isEqualTo(3));
    try (Management management = Management.connect(server.ports())) {
      ModelNode listed = management.run(operation("fail", "list-failed"));
      assertThat(listed.asList()).hasSize(3);
      assertThat(listed.get(0).get("error").asString()).contains("no method 'none'");
      management.remove(SUBSYSTEM + "pipeline=fail/step=nothing");
      assertThat(management.run(operation("fail", "retry-failed")).asInt()).isEqualTo(3);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read("fail").get("processed").asInt()).isEqualTo(3));
    assertThat(read("fail").get("failed").asInt()).isZero();
  }

  /** Makes a study of objects in a folder, and lists them. */
  private Path fill(String name, int number) throws IOException {
    Path folder = Files.createDirectories(base.resolve(name + "-from"));
    List<String> lines = new ArrayList<>();
    int study = ++studies;
    for (int i = 0; i < number; i++) {
      SyntheticObject object = objects.small(study, study, 1, i);
      object.writeTo(folder);
      lines.add(object.study() + " " + object.series() + " " + object.sopInstance());
    }
    Files.write(base.resolve(name + ".list"), lines);
    return folder;
  }

  private void connect(String name, Path from, Path to) throws IOException {
    add("endpoint=" + name + "-from", "dcmdir", Map.of("path", from.toString()));
    add("endpoint=" + name + "-to", "dcmdir", Map.of("path", to.toString()));
    add("observer=" + name, "list", Map.of("path", base.resolve(name + ".list").toString()));
    ModelNode pipeline = Management.adding(SUBSYSTEM + "pipeline=" + name);
    pipeline.get("observers").add(name);
    pipeline.get("source").set(name + "-from");
    pipeline.get("retry-delay").set(100);
    run(pipeline);
  }

  private void add(String resource, String provider, Map<String, String> properties)
      throws IOException {
    run(Management.adding(SUBSYSTEM + resource, provider, properties));
  }

  private void step(
      String pipeline, String name, String type, Map<String, String> properties, String endpoint)
      throws IOException {
    ModelNode add = Management.adding(SUBSYSTEM + "pipeline=" + pipeline + "/step=" + name);
    add.get("type").set(type);
    properties.forEach((key, value) -> add.get("properties").get(key).set(value));
    if (!endpoint.isEmpty()) {
      add.get("endpoint").set(endpoint);
    }
    run(add);
  }

  private void enable(String pipeline) throws IOException {
    run(Operations.createWriteAttributeOperation(address("pipeline=" + pipeline), "enabled", true));
  }

  private ModelNode read(String pipeline) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      return management.read(SUBSYSTEM + "pipeline=" + pipeline);
    }
  }

  private static ModelNode operation(String pipeline, String name) {
    return Operations.createOperation(name, address("pipeline=" + pipeline));
  }

  private static ModelNode address(String resource) {
    return Management.address(SUBSYSTEM + resource);
  }

  private void run(ModelNode operation) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      management.run(operation);
    }
  }
}
