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

/** The server's own archive, made an endpoint and an observer. */
@OnServer
class ArchiveEndpointIT {
  private static final String ENDPOINT = "subsystem=lucina/endpoint=own";

  private final SyntheticObjects objects = new SyntheticObjects(1311);
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
  void findsWhatIsStored() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    assertThat(new DicomWeb(new Http()).store(object).statusCode()).isEqualTo(200);

    assertThat(management.run(operation(ENDPOINT, "check")).asString()).contains("is open");
    ModelNode found = management.run(find("StudyInstanceUID=" + object.study()));
    assertThat(found.asList()).hasSize(1);
    assertThat(found.get(0).asString()).contains(object.study());
    assertThat(management.run(find("StudyInstanceUID=1.2.3")).asList()).isEmpty();
  }

  @Test
  void refusesWhatItCannotMatch() throws Exception {
    ModelNode refused = management.answer(find("KVP=120"));
    assertThat(Operations.getFailureDescription(refused).asString()).contains("matching on KVP");
  }

  private static ModelNode find(String query) {
    ModelNode find = operation(ENDPOINT, "find");
    find.get("query").set(query);
    return find;
  }

  private static ModelNode operation(String address, String name) {
    return Operations.createOperation(name, Management.address(address));
  }
}
