package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Users of every role at every resource, with every method. */
@OnServer
@EnabledIfSystemProperty(named = "lucina.tests.database", matches = "h2")
class RoleMatrixIT {
  private static final SyntheticObject OBJECT = new SyntheticObjects(977).small(1, 1, 1, 1);
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> READERS = Set.of("admin", "reader", "deidentified");

  private final String token = UUID.randomUUID().toString();
  private final Http http = new Http();
  private Management management;
  private Users users;
  private final Map<String, Http> byRole = new LinkedHashMap<>();

  @BeforeEach
  void createUsers() throws Exception {
    management = Management.connect();
    users = new Users(management);
    for (String role : List.of("admin", "writer", "reader", "deidentified")) {
      byRole.put(role, users.create(name(role), role));
    }
    byRole.put("none", users.create(name("none")));
    assertThat(new DicomWeb(http).store(OBJECT).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void removeUsers() throws Exception {
    users.close();
    management.close();
  }

  /** The realm locks names out that failed often, whoever has them: each test has its own. */
  private String name(String role) {
    return "matrix-" + role + "-" + token;
  }

  /** Paths, and who may do what there; what is not named is allowed to nobody. */
  private static Map<String, Map<String, Set<String>>> matrix() {
    String study = "/dicom-web/studies/1.2.3.977";
    String series = study + "/series/1.2.3.977.1";
    String instance = series + "/instances/1.2.3.977.1.1";
    Map<String, Set<String>> read = Map.of("GET", READERS, "HEAD", READERS);
    Map<String, Set<String>> store =
        Map.of("GET", READERS, "HEAD", READERS, "POST", Set.of("writer"));
    Map<String, Set<String>> delete =
        Map.of("GET", READERS, "HEAD", READERS, "DELETE", Set.of("admin"));
    Map<String, Map<String, Set<String>>> matrix = new LinkedHashMap<>();
    matrix.put("/dicom-web/studies", store);
    matrix.put("/dicom-web/series", read);
    matrix.put("/dicom-web/instances", read);
    matrix.put(study + "/series", read);
    matrix.put(study + "/instances", read);
    matrix.put(series + "/instances", read);
    matrix.put(
        study,
        Map.of(
            "GET", READERS, "HEAD", READERS, "POST", Set.of("writer"), "DELETE", Set.of("admin")));
    matrix.put(series, delete);
    matrix.put(instance, delete);
    for (String of : List.of(study, series, instance)) {
      matrix.put(of + "/metadata", read);
      matrix.put(of + "/rendered", read);
      matrix.put(of + "/thumbnail", read);
    }
    matrix.put(instance + "/frames/1", read);
    matrix.put(instance + "/bulkdata/7FE00010", read);
    matrix.put("/wado?requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4", read);
    Set<String> all = Set.of("admin", "writer", "reader", "deidentified");
    matrix.put("/openapi", Map.of("GET", all, "HEAD", all));
    Set<String> workers = Set.of("admin", "writer");
    Set<String> admin = Set.of("admin");
    String job = "/lucina/jobs/none";
    matrix.put("/lucina/jobs", Map.of("GET", workers, "HEAD", workers, "POST", workers));
    matrix.put(job, Map.of("GET", workers, "HEAD", workers, "DELETE", workers));
    matrix.put(job + "/restart", Map.of("POST", workers));
    matrix.put(job + "/findings", Map.of("GET", workers, "HEAD", workers));
    matrix.put(job + "/key", Map.of("GET", admin, "HEAD", admin));
    matrix.put(job + "/report", Map.of("GET", workers, "HEAD", workers));
    matrix.put("/lucina/mints/none/keys", Map.of("GET", admin, "HEAD", admin, "POST", admin));
    String anonymizer = "/lucina/anonymizers/none";
    matrix.put(anonymizer + "/dry-run", Map.of("POST", Set.of("admin", "reader")));
    matrix.put(anonymizer + "/anonymize", Map.of("POST", workers));
    matrix.put("/problem", Map.of());
    matrix.put("/no/such/path", Map.of());
    return matrix;
  }

  @Test
  void nobodyGetsFartherThanItsRole() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (var path : matrix().entrySet()) {
      for (String method : METHODS) {
        Set<String> allowed = path.getValue().getOrDefault(method, Set.of());
        for (var user : byRole.entrySet()) {
          int status = status(user.getValue(), method, path.getKey());
          boolean refused = List.of(403, 404, 405, 501).contains(status);
          boolean right =
              allowed.contains(user.getKey())
                  ? status != 401 && status != 403 && status < 500 || status == 501
                  : refused;
          if (!right || user.getKey().equals("none") && status != 403) {
            wrong.add(user.getKey() + " " + method + " " + path.getKey() + ": " + status);
          }
        }
      }
      int stranger = status(http.as(name("stranger"), "wrong"), "GET", path.getKey());
      int nobody = http.getAsNobody(path.getKey()).statusCode();
      if (stranger != 401 || nobody != 401) {
        wrong.add("not logged in " + path.getKey() + ": " + stranger + ", " + nobody);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(new DicomWeb(http).get(DicomWeb.path(OBJECT), "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAdministratorsReachAnyManagementOperation() throws Exception {
    List<ModelNode> operations = new ArrayList<>();
    collect(Management.address("subsystem=lucina"), operations);
    assertThat(operations).hasSizeGreaterThan(20);
    for (ModelNode operation : operations) {
      assertThat(isDescribed(operation)).as(operation.toJSONString(true)).isTrue();
    }
    for (String role : List.of("writer", "reader", "deidentified", "none")) {
      assertRefused(byRole.get(role), operations.get(0), role);
    }
    for (ModelNode operation : operations) {
      String name = UUID.randomUUID().toString();
      assertRefused(users.create(name, "writer", "reader", "deidentified"), operation, "all roles");
    }
    Http admin = byRole.get("admin");
    assertThat(admin.postManagement("{\"operation\":\"whoami\"}").statusCode()).isEqualTo(200);
  }

  /**
   * Asserts that the role of a user is refused, not the password, nor a user who is locked out, as
   * those are who failed often: each user does so here once.
   */
  private static void assertRefused(Http user, ModelNode operation, String role) throws Exception {
    assertThat(user.get("/dicom-web/studies?limit=1", "*/*").statusCode()).isNotEqualTo(401);
    assertThat(user.postManagement(operation.toJSONString(true)).statusCode())
        .as(role + ": " + operation.toJSONString(true))
        .isEqualTo(401);
  }

  /** All operations that resources of the subsystem have; of resources of one type, the first's. */
  private void collect(ModelNode address, List<ModelNode> operations) throws Exception {
    ModelNode names = Operations.createOperation("read-operation-names", address);
    for (ModelNode name : management.run(names).asList()) {
      operations.add(Operations.createOperation(name.asString(), address));
    }
    ModelNode read = Operations.createOperation("read-children-types", address);
    for (ModelNode type : management.run(read).asList()) {
      ModelNode children = Operations.createOperation("read-children-names", address);
      children.get("child-type").set(type.asString());
      var child = management.run(children).asList().stream().findFirst();
      if (child.isPresent()) {
        collect(address.clone().add(type.asString(), child.get().asString()), operations);
      }
    }
  }

  /** Whether an operation is described, which those that exist by name only are not. */
  private boolean isDescribed(ModelNode operation) throws Exception {
    ModelNode description =
        Operations.createOperation("read-operation-description", operation.get("address"));
    description.get("name").set(operation.get("operation").asString());
    return management.run(description).hasDefined("operation-name");
  }

  private static int status(Http http, String method, String path) throws Exception {
    return http.send(
            http.withUser(path)
                .header("Content-Type", "application/dicom")
                .method(method, BodyPublishers.noBody()))
        .statusCode();
  }
}
