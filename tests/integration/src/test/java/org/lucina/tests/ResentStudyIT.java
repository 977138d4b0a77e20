package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A study that is extended, and sent again in part, after a crash too, stays one. */
@ExtendWith(DatabaseIsThere.class)
class ResentStudyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PIPELINE = "subsystem=lucina/pipeline=research";
  private static final Map<String, String> KEYED =
      Map.of("key", "000102030405060708090a0b0c0d0e0f", "pattern", "ANON-{16}");

  @TempDir private Path base;

  private final SyntheticObjects objects = new SyntheticObjects(5007);

  @Test
  void keepsItsIdentities() throws Exception {
    try (PreparedServer server = PreparedServer.in(base, "resent")) {
      server.start();
      configure(server);
      send(server, 1, 2, 3);
      await().atMost(PATIENCE).until(() -> results(server).size() == 3);
      String study = results(server).get(0).string(Tag.StudyInstanceUID).orElseThrow();
      String original = objects.small(1, 1, 1, 1).study();
      String registered = Deidentification.result(server.http(), original);
      server.kill();

      server.start();
      assertThat(Deidentification.result(server.http(), original))
          .as("of the registry, after the crash")
          .isEqualTo(registered);
      send(server, 2, 3, 4, 5, 6);
      await().atMost(PATIENCE).until(() -> results(server).size() == 6);
      send(server, 1, 6);
      assertThat(results(server))
          .hasSize(6)
          .allMatch(each -> each.string(Tag.StudyInstanceUID).orElseThrow().equals(study));
      assertThat(server.web().dataSets("/studies?PatientID=ANON-*")).hasSize(1);
      assertThat(failed(server)).isZero();
      assertReported();
    }
  }

  private static void configure(PreparedServer server) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      Deidentification.add(management);
      management.run(Management.adding("subsystem=lucina/mint=keyed", "keyed-pseudonym", KEYED));
      management.run(
          Management.adding(
              "subsystem=lucina/anonymizer=profile", "ps3.15", Map.of("mint", "keyed")));
      management.run(Management.adding("subsystem=lucina/endpoint=own", "archive", Map.of()));
      management.run(
          Management.adding(
              "subsystem=lucina/observer=received",
              "archive",
              Map.of("events", "instance-added", "from", "beginning")));
      ModelNode pipeline = Management.adding(PIPELINE);
      pipeline.get("observers").add("received");
      pipeline.get("source").set("own");
      management.run(pipeline);
      ModelNode originals = Management.adding(PIPELINE + "/step=originals");
      originals.get("type").set("filter");
      originals.get("properties").get("attribute").set("PatientIdentityRemoved");
      originals.get("properties").get("regex").set("YES");
      originals.get("properties").get("negate").set("true");
      management.run(originals);
      ModelNode anonymize = Management.adding(PIPELINE + "/step=anonymize");
      anonymize.get("type").set("anonymize");
      anonymize.get("anonymizer").set("profile");
      management.run(anonymize);
      ModelNode put = Management.adding(PIPELINE + "/step=put");
      put.get("type").set("put");
      put.get("endpoint").set("own");
      management.run(put);
      management.run(
          Operations.createWriteAttributeOperation(Management.address(PIPELINE), "enabled", true));
    }
  }

  private void send(PreparedServer server, int... instances) throws Exception {
    SyntheticObject[] sent = new SyntheticObject[instances.length];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = objects.small(1, 1, 1, instances[i]);
    }
    HttpResponse<String> stored = server.web().store(sent);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
  }

  private static List<DataSet> results(PreparedServer server) throws Exception {
    return server.web().dataSets("/instances?PatientID=ANON-*&includefield=StudyInstanceUID");
  }

  private static long failed(PreparedServer server) throws IOException {
    try (Management management = Management.connect(server.ports())) {
      return management.read(PIPELINE).get("failed").asLong();
    }
  }

  private void assertReported() throws IOException {
    Path folder = base.resolve("data").resolve("lucina").resolve("reports").resolve("research");
    try (Stream<Path> files = Files.list(folder)) {
      String report = Files.readString(files.findFirst().orElseThrow());
      assertThat(report).startsWith("{\"name\":").contains("\"instance\":", "(0010,0020)");
    }
  }
}
