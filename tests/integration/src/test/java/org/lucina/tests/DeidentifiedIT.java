package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A user in role {@code deidentified} sees what came out of an anonymizer, on every path. */
@OnServer
class DeidentifiedIT {
  private static final String STUDIES = "/dicom-web/studies";
  private static final String STUDY = STUDIES + "/{study}";
  private static final String SERIES = STUDY + "/series/{series}";
  private static final String INSTANCE = SERIES + "/instances/{instance}";

  /** Every path of the OpenAPI document from which something can be got, as it is described. */
  private static final List<String> SEARCHES =
      List.of(
          STUDIES,
          "/dicom-web/series",
          "/dicom-web/instances",
          STUDY + "/series",
          STUDY + "/instances",
          SERIES + "/instances");

  private static final List<String> RETRIEVALS =
      List.of(
          STUDY,
          STUDY + "/metadata",
          SERIES,
          SERIES + "/metadata",
          INSTANCE,
          INSTANCE + "/metadata",
          INSTANCE + "/frames/{frames}",
          INSTANCE + "/bulkdata/{path}",
          "/wado");

  /** Answers that no image can be rendered, to anybody. */
  private static final String RENDERINGS = STUDIES + "/{resource}/{kind}";

  private final SyntheticObject object = new SyntheticObjects(5006).small(1, 1, 1, 1);
  private final Http admin = new Http();
  private Management management;
  private Users users;
  private Http user;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    users = new Users(management);
    user = users.create("dora-" + UUID.randomUUID(), "deidentified");
    Deidentification.add(management);
    assertThat(new DicomWeb(admin).store(object).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void remove() throws Exception {
    Deidentification.remove(management);
    users.close();
    management.close();
  }

  @Test
  void seesResultsAndNoOriginalsOnEveryPath() throws Exception {
    String result = Deidentification.result(admin, object.study());
    var made = new DicomWeb(admin).dataSets("/studies/" + result + "/metadata").get(0);
    String[] original = {object.study(), object.series(), object.sopInstance()};
    String[] anonymized = {
      result,
      made.string(Tag.SeriesInstanceUID).orElseThrow(),
      made.string(Tag.SOPInstanceUID).orElseThrow()
    };
    for (String search : SEARCHES) {
      String all = search.contains("{") ? "" : "?StudyInstanceUID={study}";
      assertThat(found(user, search + all, original)).as(search).isZero();
      assertThat(found(admin, search + all, original)).as(search).isPositive();
      assertThat(found(user, search + all, anonymized)).as(search).isPositive();
    }
    for (String retrieval : RETRIEVALS) {
      assertThat(get(user, retrieval, original)).as(retrieval).isEqualTo(404);
      assertThat(get(admin, retrieval, original)).as(retrieval).isEqualTo(200);
      assertThat(get(user, retrieval, anonymized)).as(retrieval).isEqualTo(200);
    }
    for (String kind : List.of("/rendered", "/thumbnail")) {
      for (String level : List.of(STUDY, SERIES, INSTANCE)) {
        assertThat(get(user, level + kind, original)).as(level + kind).isIn(404, 501);
      }
    }
  }

  @Test
  void isRefusedWhatTellsOfOriginals() throws Exception {
    for (String path :
        List.of(
            "/lucina/jobs",
            "/lucina/jobs/none",
            "/lucina/jobs/none/key",
            "/lucina/jobs/none/report",
            "/lucina/jobs/none/findings",
            "/lucina/mints/" + Deidentification.MINT + "/keys")) {
      assertThat(user.get(path, "*/*").statusCode()).as(path).isEqualTo(403);
    }
    assertThat(Deidentification.dryRun(user, object.study()).statusCode()).isEqualTo(403);
    assertThat(Deidentification.anonymize(user, object.study(), false).statusCode()).isEqualTo(403);
  }

  /** What is added to the services must be added here. */
  @Test
  void everyPathThatIsDescribedIsTriedHere() throws Exception {
    ModelNode paths =
        ModelNode.fromJSONString(admin.get("/openapi", "application/json").body()).get("paths");
    Set<String> readable = new TreeSet<>();
    for (String path : paths.keys()) {
      if (paths.get(path).has("get") && !path.startsWith("/lucina/")) {
        readable.add(path);
      }
    }
    Set<String> tried = new TreeSet<>(SEARCHES);
    tried.addAll(RETRIEVALS);
    tried.add(RENDERINGS);
    assertThat(readable).isEqualTo(tried);
  }

  private static long found(Http http, String template, String[] uids)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.get(filled(template, uids), DicomWeb.JSON);
    if (answer.statusCode() == 204) {
      return 0;
    }
    assertThat(answer.statusCode()).as(template + answer.body()).isEqualTo(200);
    return DicomWeb.dataSets(answer).size();
  }

  private static int get(Http http, String template, String[] uids)
      throws IOException, InterruptedException {
    return http.getBytes(filled(template, uids), "*/*").statusCode();
  }

  private static String filled(String template, String[] uids) {
    String path =
        template.equals("/wado")
            ? "/wado?requestType=WADO&studyUID={study}&seriesUID={series}&objectUID={instance}"
            : template;
    return path.replace("{study}", uids[0])
        .replace("{series}", uids[1])
        .replace("{instance}", uids[2])
        .replace("{frames}", "1")
        .replace("{path}", "7FE00010");
  }
}
