package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A scan that is killed in the middle goes on, and tells of nothing twice. */
@ExtendWith(DatabaseIsThere.class)
class KilledScanIT {
  private static final int STUDIES = 150;
  private static final int INSTANCES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path base;
  @TempDir private Path shelf;

  private final List<String> studies = new ArrayList<>();

  @Test
  void aKilledScanGoesOn() throws Exception {
    fillShelf();
    try (PreparedServer server = PreparedServer.in(base, "scan")) {
      server.start();
      addParts(server);
      String job = start(server);
      await()
          .atMost(PATIENCE)
          .until(() -> show(server, job).get("progress").get("scanned").asInt() >= 10);
      server.kill();
      server.start();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> show(server, job).get("state").asString().equals("completed"));

      ModelNode progress = show(server, job).get("progress");
      assertThat(progress.get("done").asInt()).as(progress.toString()).isEqualTo(STUDIES);
      assertThat(progress.get("scanned").asInt()).isEqualTo(STUDIES * INSTANCES);
      List<String> rows = server.http().get(job + "/findings", "text/csv").body().lines().toList();
      assertThat(rows).hasSize(progress.get("findings").asInt() + 1).doesNotHaveDuplicates();
      assertThat(rows.size()).isGreaterThan(STUDIES * INSTANCES);
    }
  }

  private void fillShelf() throws IOException {
    SyntheticObjects objects = new SyntheticObjects(20261202);
    for (int study = 1; study <= STUDIES; study++) {
      for (int instance = 1; instance <= INSTANCES; instance++) {
        SyntheticObject object = objects.small(study, 1, 1, instance);
        Files.write(shelf.resolve("IM" + study + "-" + instance), object.file());
        if (instance == 1) {
          studies.add(object.study());
        }
      }
    }
  }

  private void addParts(PreparedServer server) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      management.run(
          Management.adding(
              "subsystem=lucina/endpoint=shelf", "dcmdir", Map.of("path", shelf.toString())));
      management.run(Management.adding("subsystem=lucina/mint=uids", "uid-random", Map.of()));
      management.run(
          Management.adding(
              "subsystem=lucina/anonymizer=careless",
              "rules",
              Map.of("mint", "uids", "rules", "uid vr:UI")));
    }
  }

  private String start(PreparedServer server) throws Exception {
    String definition =
        "{\"type\":\"scan\",\"source\":\"shelf\",\"anonymizer\":\"careless\","
            + "\"worklist\":{\"study-uids\":[\""
            + String.join("\",\"", studies)
            + "\"]}}";
    Http http = server.http();
    HttpResponse<String> started =
        http.send(
            http.withUser("/lucina/jobs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(definition)));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return "/lucina/jobs/" + ModelNode.fromJSONString(started.body()).get("id").asString();
  }

  private static ModelNode show(PreparedServer server, String job) throws Exception {
    HttpResponse<String> shown = server.http().get(job, "application/json");
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    return ModelNode.fromJSONString(shown.body());
  }
}
