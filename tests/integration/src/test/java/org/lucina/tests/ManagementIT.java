package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.Spi;

/** The subsystem as administrators see it. */
@OnServer
class ManagementIT {
  private final Http http = new Http();

  private Management management;

  @BeforeEach
  void connect() throws Exception {
    management = Management.connect();
  }

  @AfterEach
  void disconnect() throws Exception {
    management.close();
  }

  @Test
  void showsTheListenerOpen() throws Exception {
    ModelNode listener = management.read("subsystem=lucina/dicom-listener=default");

    assertThat(listener.get("state").asString()).isEqualTo("open");
    assertThat(listener.get("bound-address").asString())
        .isEqualTo("127.0.0.1:" + Ports.ofServer().dicom());
  }

  @Test
  void listsThePluginOfTheStorage() throws Exception {
    ModelNode plugin = management.read("subsystem=lucina/plugin=lucina-storage-packs.jar");

    assertThat(plugin.get("state").asString()).isEqualTo("registered");
    assertThat(plugin.get("spi-version").asString()).isEqualTo(Spi.VERSION);
    assertThat(plugin.get("providers").asString()).contains("packs");
  }

  @Test
  void runsTheDefaultStorage() throws Exception {
    ModelNode storage = management.read("subsystem=lucina/storage=packs");

    assertThat(storage.get("state").asString()).isEqualTo("running");
    assertThat(storage.get("usable-bytes").asLong()).isPositive();
  }

  @Test
  void admitsAdministratorsAlone() throws Exception {
    assertThat(http.getManagement("/management").statusCode()).isEqualTo(401);
    assertThat(http.getManagementWithUser("/management").statusCode()).isEqualTo(200);
  }
}
