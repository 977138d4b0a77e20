package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.lucina.spi.Spi;
import org.lucina.spi.storage.StorageProvider;
import org.lucina.tests.plugin.MemoryStorageProvider;

/** A stranger's plugin, copied into the deployments folder of the running server. */
@OnServer
class PluginIT {
  private static final String PLUGIN = "subsystem=lucina/plugin=memory.jar";
  private static final String FUTURE = "subsystem=lucina/plugin=future.jar";
  private static final String STORAGE = "subsystem=lucina/storage=scratch";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void itsProviderComesAndGoesWithIt() throws Exception {
    try (Management management = Management.connect()) {
      Path jar = Path.of(System.getProperty("server.base"), "deployments", "memory.jar");

      ShrinkWrap.create(JavaArchive.class, "memory.jar")
          .addPackage(MemoryStorageProvider.class.getPackage())
          .addAsServiceProvider(StorageProvider.class, MemoryStorageProvider.class)
          .as(ZipExporter.class)
          .exportTo(jar.toFile());
      await().atMost(PATIENCE).until(() -> management.has(PLUGIN));
      management.run(Management.adding(STORAGE, "memory", Map.of()));
      assertThat(state(management)).isEqualTo("running");

      Files.delete(jar);
      await().atMost(PATIENCE).until(() -> !management.has(PLUGIN));
      assertThat(state(management)).isEqualTo("waiting");
      management.remove(STORAGE);
    }
  }

  @Test
  void oneForAnotherMajorVersionIsRefusedByName() throws Exception {
    try (Management management = Management.connect()) {
      Path jar = Path.of(System.getProperty("server.base"), "deployments", "future.jar");
      ShrinkWrap.create(JavaArchive.class, "future.jar")
          .addPackage(MemoryStorageProvider.class.getPackage())
          .addAsServiceProvider(StorageProvider.class, MemoryStorageProvider.class)
          .setManifest(new StringAsset("Manifest-Version: 1.0\nLucina-Spi-Version: 2.0\n"))
          .as(ZipExporter.class)
          .exportTo(jar.toFile());
      await().atMost(PATIENCE).until(() -> management.has(FUTURE));
      ModelNode plugin = management.read(FUTURE);
      assertThat(plugin.get("state").asString()).isEqualTo("failed");
      assertThat(plugin.get("last-error").asString()).contains("version 2.0", Spi.VERSION);
      assertThat(plugin.get("providers").asList()).isEmpty();
      Files.delete(jar);
      await().atMost(PATIENCE).until(() -> !management.has(FUTURE));
    }
  }

  private static String state(Management management) throws Exception {
    return management.read(STORAGE).get("state").asString();
  }
}
