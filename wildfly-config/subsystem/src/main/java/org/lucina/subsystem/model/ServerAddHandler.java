package org.lucina.subsystem.model;

import java.util.List;
import java.util.Map;
import org.jboss.as.controller.AbstractAddStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.registry.Resource;
import org.jboss.as.server.AbstractDeploymentChainStep;
import org.jboss.as.server.DeploymentProcessorTarget;
import org.jboss.as.server.deployment.Phase;
import org.jboss.dmr.ModelNode;
import org.lucina.subsystem.LucinaExtension;
import org.lucina.subsystem.deployment.ModuleDependencyProcessor;
import org.lucina.subsystem.deployment.PluginProcessor;
import org.wildfly.service.ServiceDependency;
import org.wildfly.subsystem.resource.DynamicResource;

/** Starts the subsystem at boot; added at run time, it starts at the next reload. */
final class ServerAddHandler extends AbstractAddStepHandler {
  private static final int AFTER_SUBSYSTEMS = 0x1F20;
  private static final int AFTER_COMPONENTS = 0x1810;

  private final Running running;
  private final LiveServices server;
  private final List<LiveServices> others;

  ServerAddHandler(Running running, List<LiveServices> others) {
    this.running = running;
    this.server = LiveServices.of(ServerResource.PATH, new ServerService(running));
    this.others = List.copyOf(others);
  }

  @Override
  protected Resource createResource(OperationContext context) {
    Resource resource =
        new DynamicResource(
            Resource.Factory.create(),
            Map.of(PluginResource.PATH.getKey(), new PluginChildren(running)));
    context.addResource(PathAddress.EMPTY_ADDRESS, resource);
    return resource;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, Resource resource)
      throws OperationFailedException {
    if (!context.isBooting()) {
      context.reloadRequired();
      return;
    }
    server.install(context);
    for (LiveServices services : others) {
      services.install(context);
    }
    context.addStep(
        new AbstractDeploymentChainStep() {
          @Override
          protected void execute(DeploymentProcessorTarget target) {
            addProcessors(target);
          }
        },
        OperationContext.Stage.RUNTIME);
  }

  @Override
  protected void rollbackRuntime(OperationContext context, ModelNode operation, Resource resource) {
    if (!context.isBooting()) {
      context.revertReloadRequired();
    }
  }

  private static void addProcessors(DeploymentProcessorTarget target) {
    target.addDeploymentProcessor(
        LucinaExtension.SUBSYSTEM,
        Phase.DEPENDENCIES,
        AFTER_SUBSYSTEMS,
        new ModuleDependencyProcessor(ServiceDependency.on(ServerBinding.SERVICE_NAME)));
    target.addDeploymentProcessor(
        LucinaExtension.SUBSYSTEM,
        Phase.INSTALL,
        AFTER_COMPONENTS,
        new PluginProcessor(ServerResource.dependency()));
  }
}
