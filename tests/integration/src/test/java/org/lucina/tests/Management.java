package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** Management operations on the server under test. */
final class Management implements AutoCloseable {
  private final ModelControllerClient client;

  private Management(ModelControllerClient client) {
    this.client = client;
  }

  /** Connects as the local user. */
  static Management connect() throws IOException {
    return connect(Ports.ofServer());
  }

  /** Connects to another server. */
  static Management connect(Ports ports) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new Management(ModelControllerClient.Factory.create(loopback, ports.management()));
  }

  /** An address such as {@code subsystem=lucina/storage=default}. */
  static ModelNode address(String path) {
    ModelNode address = new ModelNode();
    for (String step : path.split("/")) {
      address.add(step.substring(0, step.indexOf('=')), step.substring(step.indexOf('=') + 1));
    }
    return address;
  }

  /** Adds a resource; its attributes are yet to be given. */
  static ModelNode adding(String path) {
    return Operations.createAddOperation(address(path));
  }

  /** Adds an instance that a provider makes. */
  static ModelNode adding(String path, String provider, Map<String, String> properties) {
    ModelNode add = adding(path);
    add.get("provider").set(provider);
    properties.forEach((name, value) -> add.get("properties").get(name).set(value));
    return add;
  }

  /** Reads a resource with its run-time attributes. */
  ModelNode read(String path) throws IOException {
    ModelNode operation = Operations.createReadResourceOperation(address(path));
    operation.get("include-runtime").set(true);
    return run(operation);
  }

  /** Whether a resource is there. */
  boolean has(String path) throws IOException {
    ModelNode operation = Operations.createReadResourceOperation(address(path));
    return Operations.isSuccessfulOutcome(client.execute(operation));
  }

  void remove(String path) throws IOException {
    run(Operations.createRemoveOperation(address(path)));
  }

  /** Runs an operation, which must succeed. */
  ModelNode run(ModelNode operation) throws IOException {
    ModelNode result = answer(operation);
    assertThat(Operations.isSuccessfulOutcome(result)).as(result.toString()).isTrue();
    return Operations.readResult(result);
  }

  /** What is answered to an operation, success or failure. */
  ModelNode answer(ModelNode operation) throws IOException {
    return client.execute(operation);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
