package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.tests.secretive.SecretiveProvider;

/** A password of an endpoint is kept in a credential store of Elytron. */
@OnServer
class SecretIT {
  private static final String STORE = "subsystem=elytron/credential-store=secret-it";
  private static final String ENDPOINT = "subsystem=lucina/endpoint=secret-it";
  private static final String PLUGIN = "subsystem=lucina/plugin=secretive.jar";
  private static final String SECRET = ENDPOINT + "/secret=password";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path JAR =
      Path.of(System.getProperty("server.base"), "deployments", "secretive.jar");
  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    ShrinkWrap.create(JavaArchive.class, "secretive.jar")
        .addPackage(SecretiveProvider.class.getPackage())
        .addAsServiceProvider(EndpointProvider.class, SecretiveProvider.class)
        .as(ZipExporter.class)
        .exportTo(JAR.toFile(), true);
    await().atMost(PATIENCE).until(() -> management.has(PLUGIN));
    if (!management.has(STORE)) {
      addStore();
    }
    management.run(Management.adding(ENDPOINT, "secretive", Map.of("host", "127.0.0.1")));
  }

  /** It stays: WildFly adds none of its name again before a reload. */
  private void addStore() throws Exception {
    ModelNode store = Management.adding(STORE);
    store.get("path").set("secret-it.cs");
    store.get("relative-to").set("jboss.server.data.dir");
    store.get("create").set(true);
    store.get("credential-reference", "clear-text").set("master");
    management.run(store);
    ModelNode alias = Operations.createOperation("add-alias", Management.address(STORE));
    alias.get("alias").set("smtp");
    alias.get("secret-value").set("opensesame");
    management.run(alias);
  }

  @AfterEach
  void remove() throws Exception {
    management.remove(ENDPOINT);
    Files.delete(JAR);
    await().atMost(PATIENCE).until(() -> !management.has(PLUGIN));
    management.close();
  }

  @Test
  void isTakenFromTheStore() throws Exception {
    management.run(secret("smtp"));
    assertThat(state("state")).isEqualTo("running");
    assertThat(
            management
                .run(Operations.createOperation("check", Management.address(ENDPOINT)))
                .asString())
        .isEqualTo("opensesame".length() + " letters");
    management.remove(SECRET);
    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("last-error")).contains("password");
  }

  @Test
  void anAliasThatIsNotThereIsTold() throws Exception {
    management.run(secret("other"));
    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("last-error")).contains("'secret-it'", "'other'");
    management.run(
        Operations.createWriteAttributeOperation(Management.address(SECRET), "alias", "smtp"));
    assertThat(state("state")).isEqualTo("running");
  }

  @Test
  void aStoreThatIsUsedCannotBeRemoved() throws Exception {
    management.run(secret("smtp"));
    assertThat(refusal(Operations.createRemoveOperation(Management.address(STORE))))
        .contains("secret-it", "secret=password");
  }

  @Test
  void aPropertyIsGivenOnceAndIsOneOfTheProviders() throws Exception {
    ModelNode colour = Management.adding(ENDPOINT + "/secret=colour");
    colour.get("store").set("secret-it");
    colour.get("alias").set("smtp");
    assertThat(refusal(colour)).contains("'colour' is unknown");
    management.run(secret("smtp"));
    ModelNode twice = Operations.createOperation("map-put", Management.address(ENDPOINT));
    twice.get("name").set("properties");
    twice.get("key").set("password");
    twice.get("value").set("plain");
    assertThat(refusal(twice)).contains("LUCINA0054", "'password'").doesNotContain("plain");
  }

  private static ModelNode secret(String alias) {
    ModelNode add = Management.adding(SECRET);
    add.get("store").set("secret-it");
    add.get("alias").set(alias);
    return add;
  }

  private String state(String attribute) throws Exception {
    return management.read(ENDPOINT).get(attribute).asString();
  }

  private String refusal(ModelNode operation) throws Exception {
    return Operations.getFailureDescription(management.answer(operation)).asString();
  }
}
