package org.lucina.tests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** A server of a test's own on an empty folder: it is started, killed, and started again. */
final class PreparedServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String SUBSYSTEM = "subsystem=lucina";

  private final Path base;
  private final List<String> arguments;
  private final Ports ports = Ports.free();
  private OwnServer running;

  private PreparedServer(Path base, List<String> arguments) {
    this.base = base;
    this.arguments = arguments;
  }

  /** Prepares one with an empty index in the database of these tests. */
  static PreparedServer in(Path base, String database) throws IOException {
    return in(base, TestDatabases.arguments(database));
  }

  /** Prepares one that is started with arguments. */
  static PreparedServer in(Path base, List<String> arguments) throws IOException {
    for (String folder : List.of("configuration", "deployments")) {
      Path source = Path.of(System.getProperty("server.prepared"), folder);
      Files.createDirectories(base.resolve(folder));
      try (Stream<Path> files = Files.list(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, base.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
    return new PreparedServer(base, arguments);
  }

  /** Starts it and waits until its DICOM listener is open and it can be managed. */
  void start() throws IOException {
    running = OwnServer.start(base, ports, arguments);
    await().atMost(PATIENCE).ignoreExceptions().until(this::isManageable);
  }

  private boolean isManageable() throws IOException {
    try (Management management = Management.connect(ports)) {
      ModelNode state =
          Operations.createReadAttributeOperation(new ModelNode().setEmptyList(), "server-state");
      return management.answer(state).get("result").asString().equals("running");
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    running.kill();
  }

  Ports ports() {
    return ports;
  }

  Path base() {
    return base;
  }

  /** The folder of a storage that was configured with a relative path. */
  Path data(String folder) {
    return base.resolve("data").resolve("lucina").resolve(folder);
  }

  Http http() {
    return new Http(ports);
  }

  DicomWeb web() {
    return new DicomWeb(http());
  }

  /** Lets another storage take new objects. */
  void storeInto(String storage) throws IOException {
    try (Management management = Management.connect(ports)) {
      management.run(
          Operations.createWriteAttributeOperation(
              Management.address(SUBSYSTEM), "default-storage", storage));
    }
  }

  /** Adds a storage whose provider takes these properties, and lets it take new objects. */
  void addStorage(String name, String provider, ModelNode properties) throws IOException {
    try (Management management = Management.connect(ports)) {
      ModelNode add = Management.adding(SUBSYSTEM + "/storage=" + name);
      add.get("provider").set(provider);
      add.get("properties").set(properties);
      management.run(add);
    }
    storeInto(name);
  }

  /** Runs an operation of a storage. */
  ModelNode onStorage(String storage, String operation) throws IOException {
    return onStorage(storage, operation, new ModelNode().setEmptyObject());
  }

  /** Runs an operation of a storage with parameters. */
  ModelNode onStorage(String storage, String operation, ModelNode parameters) throws IOException {
    try (Management management = Management.connect(ports)) {
      ModelNode request =
          Operations.createOperation(
              operation, Management.address(SUBSYSTEM + "/storage=" + storage));
      parameters.asPropertyList().forEach(each -> request.get(each.getName()).set(each.getValue()));
      return management.run(request);
    }
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
    }
  }
}
