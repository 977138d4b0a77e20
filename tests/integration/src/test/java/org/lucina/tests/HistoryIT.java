package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.tests.remembering.RememberingProvider;

/** What an instance has seen it knows after a restart, and each instance knows its own. */
@ExtendWith(DatabaseIsThere.class)
class HistoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void isKeptOverRestarts(@TempDir Path base) throws Exception {
    try (PreparedServer server = PreparedServer.in(base, "history")) {
      ShrinkWrap.create(JavaArchive.class, "remembering.jar")
          .addPackage(RememberingProvider.class.getPackage())
          .addAsServiceProvider(EndpointProvider.class, RememberingProvider.class)
          .as(ZipExporter.class)
          .exportTo(base.resolve("deployments").resolve("remembering.jar").toFile());
      server.start();
      try (Management management = Management.connect(server.ports())) {
        await()
            .atMost(PATIENCE)
            .until(() -> management.has("subsystem=lucina/plugin=remembering.jar"));
        for (String name : new String[] {"one", "other"}) {
          management.run(
              Management.adding("subsystem=lucina/endpoint=" + name, "remembering", Map.of()));
        }
        assertThat(check(management, "one")).isEqualTo("never seen");
        assertThat(check(management, "one")).isEqualTo("seen before");
      }

      server.close();
      server.start();
      try (Management management = Management.connect(server.ports())) {
        assertThat(check(management, "one")).isEqualTo("seen before");
        assertThat(check(management, "other")).isEqualTo("never seen");
      }
    }
  }

  private static ModelNode endpoint(String name) {
    return Management.address("subsystem=lucina/endpoint=" + name);
  }

  private static String check(Management management, String name) throws Exception {
    return management.run(Operations.createOperation("check", endpoint(name))).asString();
  }
}
