package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** The subsystem as administrators see it. */
@OnServer
class ManagementIT {
  private final Http http = new Http();

  @ArquillianResource private ManagementClient management;

  @Test
  void showsTheListenerOpen() throws Exception {
    ModelNode listener = read("dicom-listener", "default");

    assertThat(listener.get("state").asString()).isEqualTo("open");
    assertThat(listener.get("bound-address").asString())
        .isEqualTo("127.0.0.1:" + Ports.ofServer().dicom());
  }

  @Test
  void listsThePluginOfTheStorage() throws Exception {
    ModelNode plugin = read("plugin", "lucina-storage-filesystem.jar");

    assertThat(plugin.get("state").asString()).isEqualTo("registered");
    assertThat(plugin.get("providers").asString()).contains("filesystem");
  }

  @Test
  void runsTheDefaultStorage() throws Exception {
    ModelNode storage = read("storage", "default");

    assertThat(storage.get("state").asString()).isEqualTo("running");
    assertThat(storage.get("usable-bytes").asLong()).isPositive();
  }

  @Test
  void admitsAdministratorsAlone() throws Exception {
    assertThat(http.getManagement("/management").statusCode()).isEqualTo(401);
    assertThat(http.getManagementAsAdmin("/management").statusCode()).isEqualTo(200);
  }

  private ModelNode read(String... address) throws IOException {
    ModelNode at = new ModelNode();
    at.add("subsystem", "lucina");
    at.add(address[0], address[1]);
    ModelNode operation = Operations.createReadResourceOperation(at);
    operation.get("include-runtime").set(true);
    ModelNode result = management.getControllerClient().execute(operation);
    assertThat(Operations.isSuccessfulOutcome(result)).as(result.toString()).isTrue();
    return Operations.readResult(result);
  }
}
