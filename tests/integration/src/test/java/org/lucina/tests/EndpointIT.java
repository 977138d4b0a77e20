package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A directory of images, made an endpoint and searched by administrators. */
@OnServer
class EndpointIT {
  private static final String ENDPOINT = "subsystem=lucina/endpoint=shelf";

  @TempDir private Path folder;
  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    management.run(Management.adding(ENDPOINT, "dcmdir", Map.of("path", folder.toString())));
  }

  @AfterEach
  void remove() throws Exception {
    management.remove(ENDPOINT);
    management.close();
  }

  @Test
  void isCheckedAndSearched() throws Exception {
    SyntheticObject object = new SyntheticObjects(3).small(1, 1, 1, 1);
    Files.write(folder.resolve("IM0001"), object.file());

    assertThat(management.read(ENDPOINT).get("state").asString()).isEqualTo("running");
    assertThat(management.run(operation("check")).asString()).contains("can be read and written");
    ModelNode found = management.run(find("StudyInstanceUID=" + object.study()));
    assertThat(found.asList()).hasSize(1);
    assertThat(found.get(0).asString()).contains("\"0020000D\"").contains(object.study());
    assertThat(management.run(find("StudyInstanceUID=1.2.3")).asList()).isEmpty();
  }

  @Test
  void namesWhatIsWrongWithAQuery() throws Exception {
    ModelNode refused = management.answer(find("Colour=red"));
    assertThat(Operations.getFailureDescription(refused).asString())
        .contains("LUCINA0047")
        .contains("'Colour' is no attribute");

    ModelNode patients = find("PatientID=*");
    patients.get("level").set("patient");
    assertThat(Operations.getFailureDescription(management.answer(patients)).asString())
        .contains("level patient");
  }

  private static ModelNode find(String query) {
    ModelNode find = operation("find");
    find.get("query").set(query);
    return find;
  }

  private static ModelNode operation(String name) {
    return Operations.createOperation(name, Management.address(ENDPOINT));
  }
}
