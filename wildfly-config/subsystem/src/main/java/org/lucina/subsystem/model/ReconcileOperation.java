package org.lucina.subsystem.model;

import java.io.IOException;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.server.StorageReconciler;
import org.lucina.spi.server.StorageReconciler.Found;
import org.lucina.spi.server.StorageReconciler.Report;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code reconcile}: compares a storage with the index, both ways, and mends it when told to. */
final class ReconcileOperation extends AbstractRuntimeOnlyHandler {
  private static final SimpleAttributeDefinition REPAIR = option("repair");
  private static final SimpleAttributeDefinition DROP_MISSING = option("drop-missing");

  private final Running running;

  ReconcileOperation(Running running) {
    this.running = running;
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("reconcile", descriptions)
        .setParameters(REPAIR, DROP_MISSING)
        .setReplyType(ModelType.OBJECT)
        .setReplyParameters(
            number("objects"),
            number("rows"),
            number("missing"),
            new StringListAttributeDefinition.Builder("missing-locations").build(),
            number("unindexed"),
            new StringListAttributeDefinition.Builder("unindexed-locations").build(),
            number("leftovers"),
            number("indexed"),
            number("removed"),
            number("dropped"))
        .setRuntimeOnly()
        .build();
  }

  private static SimpleAttributeDefinition option(String name) {
    return new SimpleAttributeDefinitionBuilder(name, ModelType.BOOLEAN, true)
        .setDefaultValue(ModelNode.FALSE)
        .build();
  }

  private static SimpleAttributeDefinition number(String name) {
    return new SimpleAttributeDefinitionBuilder(name, ModelType.LONG).build();
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String storage = context.getCurrentAddressValue();
    StorageReconciler.Options options =
        new StorageReconciler.Options(
            REPAIR.resolveModelAttribute(context, operation).asBoolean(),
            DROP_MISSING.resolveModelAttribute(context, operation).asBoolean());
    StorageReconciler reconciler =
        running
            .server()
            .flatMap(RunningServer::reconciler)
            .orElseThrow(LucinaLogger.LOG::archiveNotRunning);
    try {
      tell(reconciler.reconcile(storage, options), context.getResult());
    } catch (IOException e) {
      throw LucinaLogger.LOG.notVerified(storage, String.valueOf(e.getMessage()));
    }
  }

  private static void tell(Report report, ModelNode result) {
    result.get("objects").set(report.objects());
    result.get("rows").set(report.rows());
    tell("missing", report.missing(), result);
    tell("unindexed", report.unindexed(), result);
    result.get("leftovers").set(report.leftovers());
    result.get("indexed").set(report.repaired().indexed());
    result.get("removed").set(report.repaired().removed());
    result.get("dropped").set(report.repaired().dropped());
  }

  private static void tell(String kind, Found found, ModelNode result) {
    result.get(kind).set(found.count());
    ModelNode locations = result.get(kind + "-locations").setEmptyList();
    found.locations().forEach(locations::add);
  }
}
