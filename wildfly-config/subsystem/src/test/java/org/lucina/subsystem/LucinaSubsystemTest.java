package org.lucina.subsystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.as.subsystem.test.AbstractSubsystemSchemaTest;
import org.jboss.as.subsystem.test.AdditionalInitialization;
import org.jboss.as.subsystem.test.KernelServices;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "subsystem=lucina, local-ae-title, back\\\\slash",
    "subsystem=lucina, local-ae-title, SEVENTEEN LETTERS",
    "subsystem=lucina, local-ae-title, '   '",
    "subsystem=lucina, duplicates, both",
    "subsystem=lucina, unknown-aes, everywhere",
    "subsystem=lucina, max-results, 0",
    "subsystem=lucina, fuzzy-matching, perhaps",
    "subsystem=lucina/dicom-listener=plain, max-pdu-length, 4095",
    "subsystem=lucina/dicom-listener=plain, max-pdu-length, 1048577",
    "subsystem=lucina/dicom-listener=plain, max-associations, 0",
    "subsystem=lucina/dicom-listener=plain, idle-timeout, -1",
    "subsystem=lucina/dicom-listener=plain, socket-binding, absent",
    "subsystem=lucina/dicom-listener=plain, require-client-certificate, true",
    "subsystem=lucina/remote-ae=workstation, port, 65536",
    "subsystem=lucina/remote-ae=workstation, ssl-context, absent",
    "subsystem=lucina/storage=main, provider, ''",
    "subsystem=lucina/storage=main, relative-to, absent",
    "subsystem=lucina, history-cache, absent",
    "subsystem=lucina/endpoint=shelf, provider, ''",
    "subsystem=lucina/observer=inbox, provider, ''",
    "subsystem=lucina/observer=inbox, relative-to, absent",
    "subsystem=lucina/anonymizer=research, provider, ''",
    "subsystem=lucina/mint=uids, ssl-context, absent",
    "subsystem=lucina/endpoint=shelf/secret=password, store, absent",
    "subsystem=lucina/endpoint=shelf/secret=password, alias, ''",
    "subsystem=lucina/pipeline=plain, source, absent",
    "subsystem=lucina/pipeline=plain, concurrency, 0",
    "subsystem=lucina/pipeline=plain, concurrency, 257",
    "subsystem=lucina/pipeline=plain, rate-per-minute, -1",
    "subsystem=lucina/pipeline=plain, window, 20:00",
    "subsystem=lucina/pipeline=plain, window, 20:00-20:00",
    "subsystem=lucina/pipeline=plain, attempts, 0",
    "subsystem=lucina/pipeline=plain, retry-delay, 0",
    "subsystem=lucina/pipeline=plain/step=keep, type, keep",
    "subsystem=lucina/pipeline=plain/step=keep, endpoint, absent",
    "subsystem=lucina/pipeline=plain/step=keep, anonymizer, absent"
  })
  void aValueOutsideItsLimitsIsRefused(String address, String attribute, String value)
      throws Exception {
    KernelServices services =
        createKernelServicesBuilder(createAdditionalInitialization())
            .setSubsystemXml(getSubsystemXml())
            .build();
    ModelNode write =
        Util.getWriteAttributeOperation(
            PathAddress.parseCLIStyleAddress("/" + address), attribute, new ModelNode(value));
    ModelNode outcome = services.executeOperation(write);
    assertThat(outcome.get("outcome").asString()).isEqualTo("failed");
    assertThat(outcome.get("failure-description").asString()).containsAnyOf(attribute, value);
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
        "org.wildfly.clustering.infinispan.cache.lucina.history",
        "org.wildfly.network.socket-binding.dicom",
        "org.wildfly.network.socket-binding.dicom-tls",
        "org.wildfly.security.credential-store.vault",
        "org.wildfly.security.ssl-context.server",
        "org.wildfly.security.ssl-context.client",
        "org.wildfly.security.modifiable-security-realm.LucinaRealm");
  }
}
