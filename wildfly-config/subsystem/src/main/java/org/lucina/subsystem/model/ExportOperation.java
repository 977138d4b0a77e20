package org.lucina.subsystem.model;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
import org.lucina.spi.server.StorageExporter;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code export}: writes stored objects as plain files. */
final class ExportOperation extends AbstractRuntimeOnlyHandler {
  static final SimpleAttributeDefinition PATH =
      new SimpleAttributeDefinitionBuilder("path", ModelType.STRING)
          .setAllowExpression(true)
          .build();

  static final AttributeDefinition[] REPLY = {
    new SimpleAttributeDefinitionBuilder("exported", ModelType.LONG).build(),
    new SimpleAttributeDefinitionBuilder("existing", ModelType.LONG).build(),
    new StringListAttributeDefinition.Builder("failed").build()
  };

  static final SimpleAttributeDefinition STUDY =
      new SimpleAttributeDefinitionBuilder("study", ModelType.STRING, true)
          .setValidator(new StringLengthValidator(1, 64, true, false))
          .build();

  private final Running running;

  ExportOperation(Running running) {
    this.running = running;
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String storage = context.getCurrentAddressValue();
    String path = PATH.resolveModelAttribute(context, operation).asString();
    Optional<String> study =
        Optional.ofNullable(STUDY.resolveModelAttribute(context, operation).asStringOrNull());
    StorageExporter exporter =
        running
            .server()
            .flatMap(RunningServer::exporter)
            .orElseThrow(LucinaLogger.LOG::archiveNotRunning);
    try {
      StorageExporter.Report report = exporter.export(storage, Path.of(path), study);
      ModelNode result = context.getResult();
      result.get("exported").set(report.exported());
      result.get("existing").set(report.existing());
      ModelNode failed = result.get("failed").setEmptyList();
      report.failed().forEach(failed::add);
    } catch (IOException | InvalidPathException e) {
      throw LucinaLogger.LOG.notExported(storage, path, String.valueOf(e.getMessage()));
    }
  }
}
