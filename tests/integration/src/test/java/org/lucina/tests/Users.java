package org.lucina.tests;

import java.io.IOException;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** Users of the server under test that go with the test. */
final class Users implements AutoCloseable {
  static final String PASSWORD = "a password of these tests";
  private static final String REALM = "subsystem=elytron/filesystem-realm=LucinaRealm";

  private final Management management;

  /** One for all: the management interface takes 100 connections. */
  private final Http http = new Http();

  private final java.util.List<String> names = new java.util.ArrayList<>();

  Users(Management management) {
    this.management = management;
  }

  /** Creates a user in some roles, or in none. */
  Http create(String name, String... roles) throws IOException {
    realm("add-identity", name, new ModelNode().setEmptyObject());
    names.add(name);
    ModelNode password = new ModelNode();
    password.get("clear", "password").set(PASSWORD);
    realm("set-password", name, password);
    if (roles.length > 0) {
      ModelNode attribute = new ModelNode();
      attribute.get("name").set("roles");
      for (String role : roles) {
        attribute.get("value").add(role);
      }
      realm("add-identity-attribute", name, attribute);
    }
    return http.as(name, PASSWORD);
  }

  @Override
  public void close() throws IOException {
    for (String name : names) {
      realm("remove-identity", name, new ModelNode().setEmptyObject());
    }
  }

  private void realm(String operation, String user, ModelNode parameters) throws IOException {
    ModelNode request = Operations.createOperation(operation, Management.address(REALM));
    request.get("identity").set(user);
    parameters.keys().forEach(key -> request.get(key).set(parameters.get(key)));
    management.run(request);
  }
}
