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

/** What an anonymizer would let out is scanned before it does, and what it has let out after. */
@OnServer
class ScanJobIT {
  private static final String LUCINA = "subsystem=lucina/";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path originals;
  @TempDir private Path results;

  private final Http http = new Http();
  private final SyntheticObject object = new SyntheticObjects(1205).small(1, 1, 1, 1);
  private Management management;

  @BeforeEach
  void add() throws Exception {
    Files.write(originals.resolve("IM1"), object.file());
    management = Management.connect();
    add("endpoint=scan-originals", "dcmdir", Map.of("path", originals.toString()));
    add("endpoint=scan-results", "dcmdir", Map.of("path", results.toString()));
    add("mint=scan-mint", "uid-random", Map.of());
    add("anonymizer=scan-careful", "ps3.15", Map.of("mint", "scan-mint"));
    add(
        "anonymizer=scan-careless",
        "rules",
        Map.of("mint", "scan-mint", "rules", "uid vr:UI\nreplace PatientName Nobody"));
  }

  private void add(String resource, String provider, Map<String, String> properties)
      throws Exception {
    management.run(Management.adding(LUCINA + resource, provider, properties));
  }

  @AfterEach
  void remove() throws Exception {
    for (String resource :
        new String[] {
          "anonymizer=scan-careless",
          "anonymizer=scan-careful",
          "mint=scan-mint",
          "endpoint=scan-results",
          "endpoint=scan-originals"
        }) {
      management.remove(LUCINA + resource);
    }
    management.close();
  }

  @Test
  void theProfileLetsNothingOut() throws Exception {
    String job = completed(scan("\"anonymizer\":\"scan-careful\""));
    ModelNode progress = show(job).get("progress");
    assertThat(progress.get("scanned").asInt()).as(progress.toString()).isEqualTo(1);
    assertThat(progress.get("findings").asInt()).as(findings(job)).isZero();
  }

  @Test
  void whatCarelessRulesLetOutIsFoundBeforeAndAfterItIsOut() throws Exception {
    String before = completed(scan("\"anonymizer\":\"scan-careless\""));
    assertThat(findings(before))
        .startsWith("StudyInstanceUID,SeriesInstanceUID,SOPInstanceUID,Path,Kind,Source\r\n")
        .contains("\"(0010,0020)\",IDENTIFIER,\"(0010,0020)\"")
        .contains("\"(0008,0020)\",DATE,\"(0008,0020)\"")
        .doesNotContain("\"(0010,0010)\",NAME_PART")
        .doesNotContain(object.study());

    String notYet = completed(scan("\"mint\":\"scan-mint\",\"results\":\"scan-results\""));
    assertThat(show(notYet).get("progress").get("missing").asInt()).isEqualTo(1);

    completed(
        "{\"type\":\"collect\",\"source\":\"scan-originals\",\"destination\":\"scan-results\","
            + "\"anonymizer\":\"scan-careless\","
            + worklist()
            + "}");
    String after = completed(scan("\"mint\":\"scan-mint\",\"results\":\"scan-results\""));
    assertThat(findings(after)).isEqualTo(findings(before));
  }

  private String worklist() {
    return "\"worklist\":{\"study-uids\":[\"" + object.study() + "\"]}";
  }

  private String scan(String fields) {
    return "{\"type\":\"scan\",\"source\":\"scan-originals\"," + fields + "," + worklist() + "}";
  }

  /** Does a job, and returns where it is. */
  private String completed(String definition) throws Exception {
    HttpResponse<String> started =
        http.send(
            http.withUser("/lucina/jobs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(definition)));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    String job = "/lucina/jobs/" + ModelNode.fromJSONString(started.body()).get("id").asString();
    await().atMost(PATIENCE).until(() -> !show(job).get("state").asString().equals("running"));
    assertThat(show(job).get("state").asString()).isEqualTo("completed");
    assertThat(show(job).get("progress").get("failed").asInt()).isZero();
    return job;
  }

  private ModelNode show(String job) throws Exception {
    return ModelNode.fromJSONString(http.get(job, "application/json").body());
  }

  private String findings(String job) throws Exception {
    HttpResponse<String> findings = http.get(job + "/findings", "text/csv");
    assertThat(findings.statusCode()).isEqualTo(200);
    return findings.body();
  }
}
