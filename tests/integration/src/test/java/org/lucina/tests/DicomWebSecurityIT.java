package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Who sees what over DICOMweb, and from where. */
@OnServer
class DicomWebSecurityIT {
  private static final SyntheticObject OBJECT = new SyntheticObjects(305).small(1, 1, 1, 1);
  private static final String REALM = "subsystem=elytron/filesystem-realm=LucinaRealm";
  private static final String ORIGINS = "system-property=lucina.cors.allowed-origins";
  private static final String STUDIES = "/dicom-web/studies";
  private static final String PASSWORD = "a password of these tests";

  private final Http admin = new Http();
  private Management management;

  @BeforeEach
  void store() throws Exception {
    management = Management.connect();
    assertThat(new DicomWeb(admin).store(OBJECT).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void close() throws Exception {
    management.close();
  }

  @Test
  void aDeidentifiedUserSeesNothingThatNoAnonymizerPutOut() throws Exception {
    createUser("dora", "deidentified");
    try {
      Http http = new Http().as("dora", PASSWORD);
      DicomWeb web = new DicomWeb(http);
      assertThat(web.dataSets("/studies?StudyInstanceUID=" + OBJECT.study())).isEmpty();
      for (String path :
          new String[] {
            "", "/metadata", "/frames/1", "/bulkdata/7FE00010",
          }) {
        assertThat(web.get(DicomWeb.path(OBJECT) + path, "*/*").statusCode())
            .as(path)
            .isEqualTo(404);
      }
      String wado =
          "/wado?requestType=WADO&studyUID="
              + OBJECT.study()
              + "&seriesUID="
              + OBJECT.series()
              + "&objectUID="
              + OBJECT.sopInstance();
      assertThat(http.get(wado, "*/*").statusCode()).isEqualTo(404);
      assertThat(web.store(OBJECT).statusCode()).isEqualTo(403);
    } finally {
      removeUser("dora");
    }
  }

  @Test
  void aWriterMayStoreAndNothingElse() throws Exception {
    createUser("will", "writer");
    try {
      Http http = new Http().as("will", PASSWORD);
      DicomWeb web = new DicomWeb(http);
      assertThat(web.store(OBJECT).statusCode()).isEqualTo(200);
      assertThat(web.get("/studies", DicomWeb.JSON).statusCode()).isEqualTo(403);
      assertThat(web.get(DicomWeb.path(OBJECT), "*/*").statusCode()).isEqualTo(403);
      assertThat(http.send(http.withUser(STUDIES + "/1.2.3").DELETE()).statusCode()).isEqualTo(403);
    } finally {
      removeUser("will");
    }
  }

  @Test
  void refusalsAreProblemDocumentsToo() throws Exception {
    var nobody = admin.getAsNobody(STUDIES);
    assertThat(nobody.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(nobody.body()).contains("\"status\":401").contains("LUCINA0315");
  }

  @Test
  void pagesOfOtherOriginsGetNothingUnlessTheyAreNamed() throws Exception {
    assertThat(preflight()).isEqualTo(401);
    ModelNode add = Management.adding(ORIGINS);
    add.get("value").set("https://viewer.example");
    management.run(add);
    try {
      assertThat(preflight()).isEqualTo(204);
      var answer = admin.send(admin.withUser(STUDIES).header("Origin", "https://viewer.example"));
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://viewer.example");
      var other = admin.send(admin.withUser(STUDIES).header("Origin", "https://evil.example"));
      assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    } finally {
      management.remove(ORIGINS);
    }
  }

  private int preflight() throws IOException, InterruptedException {
    return admin
        .send(
            admin
                .withoutUser(STUDIES)
                .header("Origin", "https://viewer.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()))
        .statusCode();
  }

  private void createUser(String name, String role) throws IOException {
    realm("add-identity", name, new ModelNode().setEmptyObject());
    ModelNode password = new ModelNode();
    password.get("clear", "password").set(PASSWORD);
    realm("set-password", name, password);
    ModelNode roles = new ModelNode();
    roles.get("name").set("roles");
    roles.get("value").add(role);
    realm("add-identity-attribute", name, roles);
  }

  private void removeUser(String name) throws IOException {
    realm("remove-identity", name, new ModelNode().setEmptyObject());
  }

  private void realm(String operation, String user, ModelNode parameters) throws IOException {
    ModelNode request = Operations.createOperation(operation, Management.address(REALM));
    request.get("identity").set(user);
    parameters.keys().forEach(key -> request.get(key).set(parameters.get(key)));
    management.run(request);
  }
}
