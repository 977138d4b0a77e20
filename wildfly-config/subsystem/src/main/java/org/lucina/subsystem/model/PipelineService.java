package org.lucina.subsystem.model;

import java.util.Optional;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.jboss.msc.service.ServiceName;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.ServiceInstaller;

/**
 * Makes the service behind a pipeline and its steps.
 *
 * <p>It does not depend, in MSC's terms, on what the pipeline names: that comes and goes with
 * plugins, and the pipeline is suspended meanwhile but stays open.
 */
final class PipelineService implements ResourceServiceConfigurator {
  private static final ServiceName NAMES =
      ServerResource.CAPABILITY.getCapabilityServiceName().append("pipeline");

  private final Running running;

  PipelineService(Running running) {
    this.running = running;
  }

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    String name =
        LiveServices.owner(context, PipelineResource.PATH.getKey()).getLastElement().getValue();
    PipelineDefinition definition = new PipelineModel(context, name, model).definition();
    check(definition);
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    return ServiceInstaller.builder(definition)
        .provides(NAMES.append(name))
        .requires(server)
        .onStart(started -> server.get().pipelines().add(started))
        .onStop(stopped -> server.get().pipelines().remove(stopped.name()))
        .startWhen(StartWhen.INSTALLED)
        .blocking()
        .build();
  }

  private void check(PipelineDefinition definition) throws OperationFailedException {
    Optional<PipelineEngine> engine =
        running.server().flatMap(server -> server.pipelines().engine());
    if (engine.isPresent() && !definition.steps().isEmpty()) {
      try {
        engine.get().check(definition);
      } catch (IllegalArgumentException e) {
        throw LucinaLogger.LOG.badPipeline(definition.name(), e.getMessage());
      }
    }
  }
}
