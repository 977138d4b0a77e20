package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Jobs are started, watched and removed over HTTP. */
@OnServer
class JobsIT {
  private static final String ENDPOINT = "subsystem=lucina/endpoint=jobs-archive";

  @TempDir private Path folder;

  private final Http http = new Http();
  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    management.run(Management.adding(ENDPOINT, "archive", Map.of()));
  }

  @AfterEach
  void remove() throws Exception {
    management.remove(ENDPOINT);
    management.close();
  }

  @Test
  void filesOfAFolderAreStored() throws Exception {
    SyntheticObject object = new SyntheticObjects(1312).small(1, 1, 1, 1);
    Files.createDirectories(folder.resolve("deep/er"));
    Files.write(folder.resolve("deep/er/IM1"), object.file());
    Files.writeString(folder.resolve("notes.txt"), "nothing of DICOM");

    HttpResponse<String> started =
        post(
            "/lucina/jobs",
            "{\"type\":\"index\",\"endpoint\":\"jobs-archive\",\"path\":\"" + folder + "\"}");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    String path = "/lucina/jobs/" + ModelNode.fromJSONString(started.body()).get("id").asString();
    assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith(path);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> show(path).get("state").asString().equals("completed"));
    assertThat(show(path).get("progress").get("put").asInt()).isEqualTo(1);
    assertThat(show(path).get("progress").get("other").asInt()).isEqualTo(1);
    assertThat(new DicomWeb(http).dataSets("/studies?StudyInstanceUID=" + object.study()))
        .hasSize(1);
    assertThat(http.get("/lucina/jobs", "application/json").body()).contains(path.substring(13));

    assertThat(http.get(path + "/key", "*/*").statusCode()).isEqualTo(404);
    assertThat(http.send(http.withUser(path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(http.get(path, "application/json").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsWrongIsAnsweredByAProblem() throws Exception {
    HttpResponse<String> unknown = post("/lucina/jobs", "{\"type\":\"dance\"}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(unknown.body()).contains("'type' must be collect, index or scan");
    assertThat(post("/lucina/jobs", "no JSON").statusCode()).isEqualTo(400);
    assertThat(post("/lucina/jobs/none/restart", "").statusCode()).isEqualTo(404);
  }

  private ModelNode show(String path) throws Exception {
    return ModelNode.fromJSONString(http.get(path, "application/json").body());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        http.withUser(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
