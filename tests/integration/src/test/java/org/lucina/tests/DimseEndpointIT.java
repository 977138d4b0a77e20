package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** The server's own archive, made an endpoint as a remote PACS is, and polled for news. */
@OnServer
class DimseEndpointIT {
  private static final String REMOTE = "subsystem=lucina/remote-ae=self";
  private static final String ENDPOINT = "subsystem=lucina/endpoint=self";
  private static final String OBSERVER = "subsystem=lucina/observer=self";

  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    ModelNode remote = Management.adding(REMOTE);
    remote.get("ae-title").set("LUCINA");
    remote.get("host").set("127.0.0.1");
    remote.get("port").set(Ports.ofServer().dicom());
    management.run(remote);
    management.run(Management.adding(ENDPOINT, "dimse", Map.of("remote-ae", "self")));
  }

  @AfterEach
  void remove() throws Exception {
    management.remove(ENDPOINT);
    management.remove(REMOTE);
    management.close();
  }

  @Test
  void isCheckedAndSearched() throws Exception {
    SyntheticObject object = new SyntheticObjects(4711).small(1, 1, 1, 1);
    try (Scu scu = Scu.open(Ports.ofServer(), object.sopClass())) {
      assertThat(scu.store(object)).isZero();
    }

    assertThat(management.read(ENDPOINT).get("state").asString()).isEqualTo("running");
    assertThat(management.run(operation(ENDPOINT, "check")).asString())
        .contains("LUCINA at 127.0.0.1", "answers C-ECHO", "C-GET (study root)");
    ModelNode find = operation(ENDPOINT, "find");
    find.get("level").set("series");
    find.get("query").set("SeriesInstanceUID=" + object.series());
    ModelNode found = management.run(find);
    assertThat(found.asList()).hasSize(1);
    assertThat(found.get(0).asString()).contains(object.study());
  }

  @Test
  void isPolled() throws Exception {
    management.run(Management.adding(OBSERVER, "dimse-poll", Map.of("endpoint", "self")));
    try {
      assertThat(management.read(OBSERVER).get("state").asString()).isEqualTo("running");
      assertThat(management.run(operation(OBSERVER, "check")).asString())
          .contains("asked for study level each PT3M", "answers C-ECHO");
    } finally {
      management.remove(OBSERVER);
    }
  }

  private static ModelNode operation(String path, String name) {
    return Operations.createOperation(name, Management.address(path));
  }
}
