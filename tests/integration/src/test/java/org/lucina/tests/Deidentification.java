package org.lucina.tests;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** An anonymizer and its mint in the server under test, and what is asked of them over HTTP. */
final class Deidentification {
  static final String MINT = "it-registry";
  static final String ANONYMIZER = "it-rules";
  static final String RULES =
      "identity PatientID; identity PatientName; identity PatientBirthDate;"
          + " hash AccessionNumber; uid vr:UI; shift vr:DA";

  private static final String MINT_PATH = "subsystem=lucina/mint=" + MINT;
  private static final String ANONYMIZER_PATH = "subsystem=lucina/anonymizer=" + ANONYMIZER;

  private Deidentification() {}

  static void add(Management management) throws IOException {
    management.run(
        Management.adding(
            MINT_PATH, "registry", Map.of("form", "sequential", "pattern", "SUBJ-{5}")));
    management.run(
        Management.adding(ANONYMIZER_PATH, "rules", Map.of("mint", MINT, "rules", RULES)));
  }

  static void remove(Management management) throws IOException {
    for (String path : new String[] {ANONYMIZER_PATH, MINT_PATH}) {
      if (management.has(path)) {
        management.remove(path);
      }
    }
  }

  static HttpResponse<String> dryRun(Http http, String study) throws Exception {
    return dryRunOf(http, "{\"studyInstanceUID\":\"" + study + "\"}");
  }

  /** A dry run of a study at an endpoint. */
  static HttpResponse<String> dryRun(Http http, String study, String source) throws Exception {
    return dryRunOf(http, "{\"studyInstanceUID\":\"" + study + "\",\"source\":\"" + source + "\"}");
  }

  private static HttpResponse<String> dryRunOf(Http http, String body) throws Exception {
    return post(http, "/lucina/anonymizers/" + ANONYMIZER + "/dry-run", "application/json", body);
  }

  static HttpResponse<String> anonymize(Http http, String study, boolean asynchronous)
      throws Exception {
    return post(
        http,
        "/lucina/anonymizers/" + ANONYMIZER + "/anonymize",
        "application/json",
        "{\"studyInstanceUIDs\":[\"" + study + "\"],\"asynchronous\":" + asynchronous + "}");
  }

  /** Anonymizes and answers the new Study Instance UID. */
  static String result(Http http, String study) throws Exception {
    HttpResponse<String> done = anonymize(http, study, false);
    if (done.statusCode() != 200) {
      throw new AssertionError(done.statusCode() + " " + done.body());
    }
    return ModelNode.fromJSONString(done.body()).get("studies").get(0).get("result").asString();
  }

  static HttpResponse<String> post(Http http, String path, String type, String body)
      throws Exception {
    return http.send(
        http.withUser(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }
}
