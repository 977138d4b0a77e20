package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** What was done behind the server's back is found and mended while it runs. */
@ExtendWith(DatabaseIsThere.class)
class ReconcileIT {
  private final SyntheticObjects objects = new SyntheticObjects(88);

  @TempDir private Path base;

  @Test
  void findsAndMendsWhatIndexAndStorageDifferIn() throws Exception {
    try (PreparedServer server = PreparedServer.in(base, "reconcile")) {
      server.start();
      server.storeInto("default");
      SyntheticObject lost = objects.small(1, 1, 1, 1);
      assertThat(server.web().store(lost).statusCode()).isEqualTo(200);
      Path lostFile = only(server.data("storage/objects"));
      assertThat(server.web().store(objects.small(2, 2, 1, 1)).statusCode()).isEqualTo(200);
      SyntheticObject stray = objects.small(3, 3, 1, 1);
      Path strayFile = lostFile.resolveSibling(UUID.randomUUID() + ".dcm");
      Files.write(strayFile, stray.file());
      Files.delete(lostFile);

      ModelNode found = server.onStorage("default", "reconcile");
      assertThat(found.get("objects").asLong()).isEqualTo(2);
      assertThat(found.get("rows").asLong()).isEqualTo(2);
      assertThat(locations(found, "missing")).containsExactly(location(server, lostFile));
      assertThat(locations(found, "unindexed")).containsExactly(location(server, strayFile));
      assertThat(studies(server, stray)).isZero();

      ModelNode repaired = reconcile(server, "repair");
      assertThat(repaired.get("indexed").asLong()).isEqualTo(1);
      assertThat(repaired.get("missing").asLong()).isEqualTo(1);
      assertThat(studies(server, stray)).isEqualTo(1);
      assertThat(studies(server, lost)).isEqualTo(1);

      assertThat(reconcile(server, "drop-missing").get("dropped").asLong()).isEqualTo(1);
      assertThat(studies(server, lost)).isZero();
      assertThat(server.web().store(lost).statusCode()).isEqualTo(200);
      assertThat(studies(server, lost)).isEqualTo(1);
      ModelNode last = server.onStorage("default", "reconcile");
      assertThat(last.get("missing").asLong() + last.get("unindexed").asLong()).isZero();
    }
  }

  private static ModelNode reconcile(PreparedServer server, String option) throws Exception {
    ModelNode parameters = new ModelNode();
    parameters.get(option).set(true);
    return server.onStorage("default", "reconcile", parameters);
  }

  private static List<String> locations(ModelNode report, String kind) {
    List<ModelNode> locations = report.get(kind + "-locations").asList();
    assertThat(report.get(kind).asLong()).isEqualTo(locations.size());
    return locations.stream().map(ModelNode::asString).toList();
  }

  private static String location(PreparedServer server, Path file) {
    return server.data("storage/objects").relativize(file).toString();
  }

  private static int studies(PreparedServer server, SyntheticObject object) throws Exception {
    return server.web().dataSets("/studies?StudyInstanceUID=" + object.study()).size();
  }

  private static Path only(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
