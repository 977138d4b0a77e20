package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Studies of the archive are anonymized over HTTP, by a mint that remembers who is who. */
@OnServer
class AnonymizersIT {
  private static final String KEYS = "/lucina/mints/" + Deidentification.MINT + "/keys";

  private static final String OWN = "subsystem=lucina/endpoint=it-own";

  private final SyntheticObjects objects = new SyntheticObjects(5005);
  private final Http http = new Http();
  private final DicomWeb web = new DicomWeb(http);
  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    Deidentification.add(management);
  }

  @AfterEach
  void remove() throws Exception {
    Deidentification.remove(management);
    management.close();
  }

  @Test
  void aDryRunShowsBeforeAndAfterAndStoresNothing() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    assertThat(web.store(object).statusCode()).isEqualTo(200);
    String patient = original(object).string(Tag.PatientID).orElseThrow();
    HttpResponse<String> shown = Deidentification.dryRun(http, object.study());
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    ModelNode answer = ModelNode.fromJSONString(shown.body());
    ModelNode instance = answer.get("instances").get(0);
    assertThat(answer.get("more").asBoolean()).isFalse();
    assertThat(instance.get("sopInstanceUID").asString()).isEqualTo(object.sopInstance());
    ModelNode id =
        instance.get("changes").asList().stream()
            .filter(change -> change.get("path").asString().equals("(0010,0020)"))
            .findFirst()
            .orElseThrow();
    assertThat(id.get("action").asString()).isEqualTo("identity");
    assertThat(id.get("before").get(0).asString()).isEqualTo(patient);
    assertThat(id.get("after").get(0).asString()).startsWith("SUBJ-");
    assertThat(web.dataSets("/studies?StudyInstanceUID=" + instance.get("result").asString()))
        .isEmpty();
    assertThat(Deidentification.dryRun(http, "1.2.3.4.5").statusCode()).isEqualTo(404);
  }

  @Test
  void aDryRunShowsStudiesOfOtherEndpoints() throws Exception {
    SyntheticObject object = objects.small(5, 1, 1, 1);
    web.store(object);
    management.run(Management.adding(OWN, "archive", Map.of()));
    try {
      HttpResponse<String> shown = Deidentification.dryRun(http, object.study(), "it-own");
      assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
      assertThat(shown.body()).contains(object.sopInstance());
      assertThat(Deidentification.dryRun(http, "1.2.3.4.5", "it-own").statusCode()).isEqualTo(404);
      try (Users users = new Users(management)) {
        Http reader = users.create("it-dry-reader", "reader");
        assertThat(Deidentification.dryRun(reader, object.study()).statusCode()).isEqualTo(200);
        assertThat(Deidentification.dryRun(reader, object.study(), "it-own").statusCode())
            .as("readers see the archive alone")
            .isEqualTo(403);
      }
    } finally {
      management.remove(OWN);
    }
    assertThat(Deidentification.dryRun(http, object.study(), "it-own").statusCode()).isEqualTo(404);
  }

  @Test
  void aStudyIsAnonymizedBesideTheOriginalAndEachTimeAlike() throws Exception {
    SyntheticObject object = objects.small(2, 1, 1, 1);
    web.store(object, objects.small(2, 1, 1, 2));
    String result = Deidentification.result(http, object.study());
    assertThat(result).isNotEqualTo(object.study());
    assertThat(Deidentification.result(http, object.study())).isEqualTo(result);
    List<DataSet> made = web.dataSets("/studies/" + result + "/metadata");
    assertThat(made).hasSize(2);
    assertThat(made.get(0).string(Tag.PatientID)).hasValueSatisfying(id -> id.startsWith("SUBJ-"));
    assertThat(web.dataSets("/studies/" + object.study() + "/instances")).hasSize(2);
    web.store(objects.small(2, 1, 1, 3));
    assertThat(Deidentification.result(http, object.study())).isEqualTo(result);
    assertThat(web.dataSets("/studies/" + result + "/instances")).hasSize(3);
  }

  @Test
  void aJobDoesSoWhenAsked() throws Exception {
    SyntheticObject object = objects.small(3, 1, 1, 1);
    web.store(object);
    HttpResponse<String> started = Deidentification.anonymize(http, object.study(), true);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    String job = "/lucina/jobs/" + ModelNode.fromJSONString(started.body()).get("id").asString();
    assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith(job);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> http.get(job, "application/json").body().contains("\"completed\""));
    String key = http.get(job + "/key", "text/csv").body();
    assertThat(key)
        .contains(object.study())
        .contains(Deidentification.result(http, object.study()));
    HttpResponse<String> report = http.get(job + "/report", "*/*");
    assertThat(report.statusCode()).isEqualTo(200);
    String patient = original(object).string(Tag.PatientID).orElseThrow();
    assertThat(report.body()).contains("(0010,0020)").doesNotContain("\"" + patient + "\"");
  }

  @Test
  void theKeysOfARegistryAreReadAndWritten() throws Exception {
    SyntheticObject object = objects.small(4, 1, 1, 1);
    web.store(object);
    String result = Deidentification.result(http, object.study());
    HttpResponse<String> keys = http.get(KEYS, "text/csv");
    assertThat(keys.statusCode()).isEqualTo(200);
    assertThat(keys.body()).contains("uid," + object.study() + "," + result + ",0,");
    assertThat(read("uid,1.2.3.99,2.25.4711,0").statusCode()).isEqualTo(200);
    HttpResponse<String> refused =
        read("uid,1.2.3.98,2.25.4712,0\r\nuid," + object.study() + ",2.25.4713,0");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("contradicting rows: 3");
    assertThat(http.get(KEYS, "text/csv").body()).contains("2.25.4711").doesNotContain("2.25.4712");
    assertThat(http.get("/lucina/mints/nothing/keys", "text/csv").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> read(String rows) throws Exception {
    return Deidentification.post(
        http, KEYS, "text/csv", "domain,original,replacement,offset_days\r\n" + rows + "\r\n");
  }

  private DataSet original(SyntheticObject object) throws Exception {
    return web.dataSets(DicomWeb.path(object) + "/metadata").get(0);
  }
}
