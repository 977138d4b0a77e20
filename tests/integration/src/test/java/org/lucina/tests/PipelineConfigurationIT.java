package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline is put together by administrators, and what cannot be is refused by name. */
@OnServer
class PipelineConfigurationIT {
  private static final String SUBSYSTEM = "subsystem=lucina/";
  private static final String PIPELINE = SUBSYSTEM + "pipeline=delivery";
  private static final String SHELF = SUBSYSTEM + "endpoint=delivery-shelf";
  private static final String SITE = SUBSYSTEM + "observer=delivery-site";

  @TempDir private Path folder;
  private Management management;

  @BeforeEach
  void add() throws Exception {
    management = Management.connect();
    management.run(Management.adding(SHELF, "dcmdir", Map.of("path", folder.toString())));
    management.run(Management.adding(SITE, "mock", Map.of()));
    ModelNode pipeline = Management.adding(PIPELINE);
    pipeline.get("observers").add("delivery-site");
    management.run(pipeline);
    ModelNode put = step("keep", "put");
    put.get("endpoint").set("delivery-shelf");
    management.run(put);
  }

  @AfterEach
  void remove() throws Exception {
    management.remove(PIPELINE);
    management.remove(SITE);
    management.remove(SHELF);
    management.close();
  }

  @Test
  void itsStepsHaveTheirPlaces() throws Exception {
    ModelNode filter = step("only", "filter");
    filter.get("properties").get("levels").set("instance");
    filter.get("add-index").set(0);
    management.run(filter);
    ModelNode read = Operations.createReadResourceOperation(Management.address(PIPELINE), true);
    assertThat(management.run(read).get("step").asPropertyList())
        .extracting(Property::getName)
        .containsExactly("only", "keep");
  }

  @Test
  void aStepIsCheckedAgainstItsType() throws Exception {
    assertThat(refusal(step("bad", "put"))).contains("LUCINA0051", "'bad'", "'endpoint'");
    ModelNode colour = step("bad", "filter");
    colour.get("properties").get("colour").set("red");
    assertThat(refusal(colour)).contains("'colour' is unknown");
    ModelNode changed =
        Operations.createWriteAttributeOperation(
            Management.address(PIPELINE + "/step=keep"), "type", "anonymize");
    assertThat(refusal(changed)).contains("'keep'", "takes no attribute 'endpoint'");
    assertThat(management.read(PIPELINE + "/step=keep").get("type").asString()).isEqualTo("put");
  }

  @Test
  void whatItNamesCannotBeRemoved() throws Exception {
    assertThat(refusal(Operations.createRemoveOperation(Management.address(SHELF))))
        .contains("delivery-shelf", "step=keep");
    assertThat(refusal(Operations.createRemoveOperation(Management.address(SITE))))
        .contains("delivery-site", "observers");
  }

  @Test
  void isNotForgottenWhileItIsConfigured() throws Exception {
    ModelNode forget =
        Operations.createOperation("forget-pipeline", Management.address("subsystem=lucina"));
    forget.get("name").set("delivery");
    assertThat(refusal(forget)).contains("LUCINA0052");
  }

  private static ModelNode step(String name, String type) {
    ModelNode add = Management.adding(PIPELINE + "/step=" + name);
    add.get("type").set(type);
    return add;
  }

  private String refusal(ModelNode operation) throws Exception {
    return Operations.getFailureDescription(management.answer(operation)).asString();
  }
}
