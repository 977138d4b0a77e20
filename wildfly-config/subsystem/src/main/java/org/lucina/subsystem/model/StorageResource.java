package org.lucina.subsystem.model;

import java.io.IOException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.storage.Storage;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code storage=NAME}: keeps objects. */
final class StorageResource extends ProvidedResource<Storage> {
  static final ProvidedType TYPE = ProvidedType.of(ProviderKind.STORAGE);

  private static final SimpleAttributeDefinition USABLE_BYTES =
      Attributes.gauge("usable-bytes", ModelType.LONG, MeasurementUnit.BYTES).build();

  private StorageResource(ProvidedInstances<Storage> instances, boolean runtimeToo) {
    super(TYPE, instances, runtimeToo);
  }

  static StorageResource of(Running running, boolean runtimeToo) {
    return new StorageResource(
        new ProvidedInstances<>(running, Storage.class, RunningServer::storages), runtimeToo);
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo()) {
      registration.registerMetric(USABLE_BYTES, new RuntimeReader(this::usableBytes));
    }
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo()) {
      registration.registerOperationHandler(
          new SimpleOperationDefinitionBuilder("verify", getResourceDescriptionResolver())
              .setParameters(VerifyOperation.STUDY)
              .setReplyType(ModelType.OBJECT)
              .setReplyParameters(VerifyOperation.REPLY)
              .withFlag(OperationEntry.Flag.READ_ONLY)
              .setRuntimeOnly()
              .build(),
          new VerifyOperation(instances().running()));
      registration.registerOperationHandler(
          new SimpleOperationDefinitionBuilder("export", getResourceDescriptionResolver())
              .setParameters(ExportOperation.PATH, ExportOperation.STUDY)
              .setReplyType(ModelType.OBJECT)
              .setReplyParameters(ExportOperation.REPLY)
              .setRuntimeOnly()
              .build(),
          new ExportOperation(instances().running()));
      registration.registerOperationHandler(
          ReconcileOperation.definition(getResourceDescriptionResolver()),
          new ReconcileOperation(instances().running()));
    }
  }

  private ModelNode usableBytes(String name) {
    return instances()
        .find(name)
        .flatMap(instance -> instance.value())
        .map(StorageResource::usableBytes)
        .orElseGet(ModelNode::new);
  }

  private static ModelNode usableBytes(Storage storage) {
    try {
      return new ModelNode(storage.usableBytes());
    } catch (IOException unreadable) {
      return new ModelNode(0L);
    }
  }
}
