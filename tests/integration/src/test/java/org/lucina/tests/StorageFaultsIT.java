package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.storage.StorageProvider;
import org.lucina.storage.filesystem.FilesystemStorageProvider;
import org.lucina.tests.faulty.FaultyStorageProvider;

/**
 * When the disk is full, cannot be written, is slow or fails, senders are told so, nothing that was
 * acknowledged is lost, nothing half-written remains, and service resumes by itself.
 */
@ExtendWith(DatabaseIsThere.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageFaultsIT {
  private static final String PLUGIN = "subsystem=lucina/plugin=faulty.jar";
  private static final int SENDERS = 3;
  private static final int INSTANCES = 60;
  private static final int SMALL_DISK = 8;
  private static final int LARGER_DISK = 64;

  private PreparedServer server;

  @BeforeAll
  void start(@TempDir Path base) throws Exception {
    server = PreparedServer.in(base, "storage_faults");
    ShrinkWrap.create(JavaArchive.class, "faulty.jar")
        .addPackages(
            false,
            FaultyStorageProvider.class.getPackage(),
            FilesystemStorageProvider.class.getPackage())
        .addAsServiceProvider(StorageProvider.class, FaultyStorageProvider.class)
        .as(ZipExporter.class)
        .exportTo(base.resolve("deployments").resolve("faulty.jar").toFile());
    server.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static ModelNode properties(Path path) {
    ModelNode properties = new ModelNode();
    properties.get("path").set(path.toString());
    return properties;
  }

  /** Sends several studies by C-STORE and one by STOW-RS; answers what was refused. */
  private Collection<String> send(SentObjects objects, int first) throws Exception {
    Senders senders = new Senders(server.ports(), objects);
    for (int study = first; study < first + SENDERS; study++) {
      senders.dimse(study, INSTANCES);
    }
    senders.stow(first + SENDERS, INSTANCES);
    senders.join();
    return senders.refusals();
  }

  private int storeAlone(SyntheticObject object) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(object.file());
    return server.web().post("/studies", "application/dicom", body).statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"filesystem", "packs"})
  void aFullDiskRefusesUntilThereIsRoom(String provider) throws Exception {
    String name = "full-" + provider;
    Path disk = server.base().resolve(name);
    SentObjects objects = new SentObjects(provider.length());
    ArchiveCheck check = new ArchiveCheck(server, objects);
    Privileged.mount(disk, SMALL_DISK);
    try {
      ModelNode properties = properties(disk.resolve("objects"));
      properties.get("min-free-bytes").set("0");
      server.addStorage(name, provider, properties);

      Collection<String> refusals = send(objects, 0);
      assertThat(refusals).contains("a700").allMatch(each -> each.matches("a700|202|409|507"));
      assertThat(storeAlone(objects.make(new SentObjects.Key(9, 11)))).isEqualTo(507);
      assertThat(objects.count()).isPositive();
      check.everythingIsThereOnceAndWhole();
      check.indexAndStorageAgree(name);
      assertThat(unfinished(disk)).isEmpty();

      Privileged.resize(disk, LARGER_DISK);
      assertThat(send(objects, 10)).isEmpty();
      check.everythingIsThereOnceAndWhole();
      check.indexAndStorageAgree(name);
    } finally {
      server.storeInto("default");
      Privileged.unmount(disk);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"filesystem", "packs"})
  void aFolderThatCannotBeWrittenRefusesUntilItCan(String provider) throws Exception {
    String name = "frozen-" + provider;
    Path folder = server.base().resolve(name);
    SentObjects objects = new SentObjects(100L + provider.length());
    ArchiveCheck check = new ArchiveCheck(server, objects);
    server.addStorage(name, provider, properties(folder));
    try {
      assertThat(send(objects, 0)).isEmpty();
      Privileged.freeze(folder, true);
      try {
        int acknowledged = objects.count();
        assertThat(send(objects, 10)).contains("a700");
        assertThat(objects.count()).isEqualTo(acknowledged);
        assertThat(storeAlone(objects.make(new SentObjects.Key(9, 11)))).isEqualTo(507);
        check.everythingIsThereOnceAndWhole();
      } finally {
        Privileged.freeze(folder, false);
      }
      assertThat(send(objects, 20)).isEmpty();
      check.everythingIsThereOnceAndWhole();
      check.indexAndStorageAgree(name);
      assertThat(unfinished(folder)).isEmpty();
    } finally {
      server.storeInto("default");
    }
  }

  private static List<Path> unfinished(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @Test
  void aSlowOrFailingDiskIsSurvived() throws Exception {
    Path control = Files.createDirectories(server.base().resolve("control"));
    SentObjects objects = new SentObjects(300);
    ArchiveCheck check = new ArchiveCheck(server, objects);
    ModelNode properties = properties(server.base().resolve("faulty"));
    properties.get("control").set(control.toString());
    try (Management management = Management.connect(server.ports())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> management.has(PLUGIN));
    }
    server.addStorage("faulty", "faulty", properties);
    try {
      Files.writeString(control.resolve("write"), "5");
      Files.writeString(control.resolve("commit"), "100");
      assertThat(send(objects, 0)).isEmpty();
      check.everythingIsThereOnceAndWhole();
      Files.delete(control.resolve("write"));

      int study = 10;
      for (String operation : List.of("begin", "write", "commit")) {
        Files.writeString(control.resolve(operation), "fail");
        int acknowledged = objects.count();
        assertThat(send(objects, study)).as(operation).contains("a700");
        assertThat(objects.count()).isEqualTo(acknowledged);
        Files.delete(control.resolve(operation));
        check.indexAndStorageAgree("faulty");
        study += 10;
      }
      assertThat(send(objects, study)).isEmpty();
      check.everythingIsThereOnceAndWhole();
      deleteWhileThatFails(control, objects.make(new SentObjects.Key(study, 0)));
      assertThat(unfinished(server.base().resolve("faulty"))).isEmpty();
    } finally {
      server.storeInto("default");
    }
  }

  /** A deleted study is gone at once; what it leaves behind goes when that is possible. */
  private void deleteWhileThatFails(Path control, SyntheticObject any) throws Exception {
    Files.writeString(control.resolve("delete"), "fail");
    Http http = server.http();
    var response = http.send(http.withUser("/dicom-web/studies/" + any.study()).DELETE());
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(server.web().dataSets("/studies?StudyInstanceUID=" + any.study())).isEmpty();
    assertThat(server.onStorage("faulty", "reconcile").get("leftovers").asInt())
        .isEqualTo(INSTANCES);
    Files.delete(control.resolve("delete"));
    ModelNode repair = new ModelNode();
    repair.get("repair").set(true);
    assertThat(server.onStorage("faulty", "reconcile", repair).get("removed").asInt())
        .isEqualTo(INSTANCES);
    new ArchiveCheck(server, new SentObjects(1)).indexAndStorageAgree("faulty");
  }
}
