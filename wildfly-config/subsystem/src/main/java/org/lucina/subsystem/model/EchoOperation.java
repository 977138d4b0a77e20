package org.lucina.subsystem.model;

import java.io.IOException;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.server.RemoteAe;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Echo;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code echo}: asks a remote AE whether it is there. */
final class EchoOperation extends AbstractRuntimeOnlyHandler {
  private final Running running;

  EchoOperation(Running running) {
    this.running = running;
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("echo", descriptions)
        .setReplyParameters(
            new SimpleAttributeDefinitionBuilder("milliseconds", ModelType.LONG)
                .setMeasurementUnit(MeasurementUnit.MILLISECONDS)
                .build())
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    RunningServer server =
        running.server().orElseThrow(() -> LucinaLogger.LOG.notRunning("remote-ae", name));
    RemoteAe ae =
        server.remoteAeTable().all().values().stream()
            .filter(found -> found.name().equals(name))
            .findAny()
            .orElseThrow(() -> LucinaLogger.LOG.notRunning("remote-ae", name));
    try {
      long millis = new Echo(server.settings().localAeTitle()).ask(ae).toMillis();
      context.getResult().get("milliseconds").set(millis);
    } catch (IOException e) {
      throw LucinaLogger.LOG.noEcho(name, ae.host(), ae.port(), String.valueOf(e.getMessage()));
    }
  }
}
