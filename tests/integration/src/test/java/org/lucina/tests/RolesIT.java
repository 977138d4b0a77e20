package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users in role {@code reader} may and may not do. */
@OnServer
class RolesIT {
  private static final String REALM = "subsystem=elytron/filesystem-realm=LucinaRealm";
  private static final String STUDIES = "/dicom-web/studies";

  private final Http http = new Http().as("ann", "a reader's password");

  private Management management;

  @BeforeEach
  void createReader() throws Exception {
    management = Management.connect();
    realm("add-identity", new ModelNode());
    ModelNode password = new ModelNode();
    password.get("clear", "password").set("a reader's password");
    realm("set-password", password);
    ModelNode roles = new ModelNode();
    roles.get("name").set("roles");
    roles.get("value").add("reader");
    realm("add-identity-attribute", roles);
  }

  @AfterEach
  void removeReader() throws Exception {
    realm("remove-identity", new ModelNode());
    management.close();
  }

  @Test
  void aReaderMayQuery() throws Exception {
    int status = http.get(STUDIES + "?PatientID=none", "application/dicom+json").statusCode();

    assertThat(status).isBetween(200, 204);
  }

  @Test
  void aReaderMayNotStore() throws Exception {
    var request =
        http.withUser(STUDIES)
            .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=p")
            .POST(BodyPublishers.ofString("--p--\r\n"));

    assertThat(http.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void aReaderMayNotDelete() throws Exception {
    assertThat(http.send(http.withUser(STUDIES + "/1.2.3").DELETE()).statusCode()).isEqualTo(403);
  }

  @Test
  void aReaderMayNotAdminister() throws Exception {
    assertThat(http.getManagementWithUser("/management").statusCode()).isEqualTo(401);
  }

  private void realm(String name, ModelNode parameters) throws IOException {
    ModelNode operation = Operations.createOperation(name, Management.address(REALM));
    operation.get("identity").set("ann");
    for (String key : parameters.isDefined() ? parameters.keys() : java.util.Set.<String>of()) {
      operation.get(key).set(parameters.get(key));
    }
    management.run(operation);
  }
}
