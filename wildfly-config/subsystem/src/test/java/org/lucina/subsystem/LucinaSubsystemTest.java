package org.lucina.subsystem;

import org.jboss.as.subsystem.test.AbstractSubsystemSchemaTest;
import org.jboss.as.subsystem.test.AdditionalInitialization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.subsystem.model.LucinaSchema;

/** The XML of version 1.0 is valid, is read, written as it was, described and removed. */
class LucinaSubsystemTest extends AbstractSubsystemSchemaTest<LucinaSchema> {

  LucinaSubsystemTest() {
    super(
        LucinaExtension.SUBSYSTEM,
        new LucinaExtension(),
        LucinaSchema.VERSION_1_0,
        LucinaSchema.VERSION_1_0);
  }

  @BeforeEach
  void begin() throws Exception {
    initializeParser();
  }

  @AfterEach
  void end() throws Exception {
    cleanup();
  }

  @Override
  @Test
  public void testSubsystem() throws Exception {
    super.testSubsystem();
  }

  @Override
  @Test
  public void testSchema() throws Exception {
    super.testSchema();
  }

  @Override
  protected String getSubsystemXsdPathPattern() {
    return "schema/%1$s_%2$d_%3$d.xsd";
  }

  @Override
  protected AdditionalInitialization createAdditionalInitialization() {
    return AdditionalInitialization.withCapabilities(
        LucinaSchema.VERSION_1_0,
        "org.wildfly.management.path.lucina.home",
        "org.wildfly.network.socket-binding.dicom",
        "org.wildfly.network.socket-binding.dicom-tls",
        "org.wildfly.security.ssl-context.server",
        "org.wildfly.security.ssl-context.client",
        "org.wildfly.security.modifiable-security-realm.LucinaRealm");
  }
}
