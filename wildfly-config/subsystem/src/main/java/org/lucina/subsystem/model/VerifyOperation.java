package org.lucina.subsystem.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.server.StorageVerifier;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code verify}: compares stored objects with the digests under which they were acknowledged. */
final class VerifyOperation extends AbstractRuntimeOnlyHandler {
  static final SimpleAttributeDefinition STUDY =
      new SimpleAttributeDefinitionBuilder("study", ModelType.STRING, true)
          .setValidator(new StringLengthValidator(1, 64, true, false))
          .build();

  static final AttributeDefinition[] REPLY = {
    new SimpleAttributeDefinitionBuilder("verified", ModelType.LONG).build(),
    new StringListAttributeDefinition.Builder("missing").build(),
    new StringListAttributeDefinition.Builder("damaged").build()
  };

  private final Running running;

  VerifyOperation(Running running) {
    this.running = running;
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String storage = context.getCurrentAddressValue();
    Optional<String> study =
        Optional.ofNullable(STUDY.resolveModelAttribute(context, operation).asStringOrNull());
    StorageVerifier verifier =
        running
            .server()
            .flatMap(RunningServer::verifier)
            .orElseThrow(LucinaLogger.LOG::archiveNotRunning);
    try {
      StorageVerifier.Report report = verifier.verify(storage, study);
      ModelNode result = context.getResult();
      result.get("verified").set(report.verified());
      list(result.get("missing"), report.missing());
      list(result.get("damaged"), report.damaged());
    } catch (IOException e) {
      throw LucinaLogger.LOG.notVerified(storage, String.valueOf(e.getMessage()));
    }
  }

  private static void list(ModelNode node, List<String> values) {
    node.setEmptyList();
    values.forEach(node::add);
  }
}
