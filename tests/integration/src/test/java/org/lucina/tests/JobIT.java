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
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A collection that is killed in the middle goes on, and loses and doubles nothing. */
@ExtendWith(DatabaseIsThere.class)
class JobIT {
  private static final int STUDIES = 60;
  private static final int INSTANCES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path base;
  @TempDir private Path shelf;

  private final List<String> studies = new ArrayList<>();

  @Test
  void aKilledCollectionGoesOn() throws Exception {
    fillShelf();
    try (PreparedServer server = PreparedServer.in(base, "job")) {
      server.start();
      addEndpoints(server);
      String id = start(server, worklist());
      await().atMost(PATIENCE).until(() -> progress(server, id).get("put").asInt() >= 20);
      server.kill();
      server.start();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> job(server, id).get("state").asString().equals("completed"));
      ModelNode progress = progress(server, id);
      assertThat(progress.get("done").asInt()).as(progress.toString()).isEqualTo(STUDIES);
      assertThat(progress.get("failed").asInt()).isZero();
      for (String study : studies) {
        assertThat(server.web().dataSets("/studies/" + study + "/instances")).hasSize(INSTANCES);
      }
      assertThat(key(server, id).lines().count()).isEqualTo(STUDIES + 1);
    }
  }

  private void fillShelf() throws IOException {
    SyntheticObjects objects = new SyntheticObjects(20261201);
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

  private void addEndpoints(PreparedServer server) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      ModelNode shelfAdd = Management.adding("subsystem=lucina/endpoint=shelf");
      shelfAdd.get("provider").set("dcmdir");
      shelfAdd.get("properties").get("path").set(shelf.toString());
      management.run(shelfAdd);
      ModelNode ownAdd = Management.adding("subsystem=lucina/endpoint=own");
      ownAdd.get("provider").set("archive");
      management.run(ownAdd);
    }
  }

  private String worklist() {
    return "{\"type\":\"collect\",\"source\":\"shelf\",\"destination\":\"own\",\"key-file\":true,"
        + "\"worklist\":{\"study-uids\":[\""
        + String.join("\",\"", studies)
        + "\"]}}";
  }

  private static String start(PreparedServer server, String definition) throws Exception {
    Http http = server.http();
    HttpResponse<String> started =
        http.send(
            http.withUser("/lucina/jobs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(definition)));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return ModelNode.fromJSONString(started.body()).get("id").asString();
  }

  private static ModelNode job(PreparedServer server, String id) throws Exception {
    HttpResponse<String> shown = server.http().get("/lucina/jobs/" + id, "application/json");
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    return ModelNode.fromJSONString(shown.body());
  }

  private static ModelNode progress(PreparedServer server, String id) throws Exception {
    return job(server, id).get("progress");
  }

  private static String key(PreparedServer server, String id) throws Exception {
    HttpResponse<String> key = server.http().get("/lucina/jobs/" + id + "/key", "text/csv");
    assertThat(key.statusCode()).isEqualTo(200);
    return key.body();
  }
}
