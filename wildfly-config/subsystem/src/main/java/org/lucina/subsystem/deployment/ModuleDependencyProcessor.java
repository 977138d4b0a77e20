package org.lucina.subsystem.deployment;

import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.module.ModuleDependency;
import org.jboss.modules.Module;
import org.wildfly.service.ServiceDependency;

/** Gives plugins and applications that are marked as Lucina's the module {@code org.lucina}. */
public final class ModuleDependencyProcessor implements DeploymentUnitProcessor {
  private static final String MODULE = "org.lucina";

  private final ServiceDependency<Object> binding;

  /**
   * Makes the processor.
   *
   * @param binding what applications wait for before their components start
   */
  public ModuleDependencyProcessor(ServiceDependency<Object> binding) {
    this.binding = binding;
  }

  @Override
  public void deploy(DeploymentPhaseContext context) {
    DeploymentUnit unit = context.getDeploymentUnit();
    if (LucinaMarks.isPlugin(unit) || LucinaMarks.isApplication(unit)) {
      unit.getAttachment(Attachments.MODULE_SPECIFICATION)
          .addSystemDependency(
              ModuleDependency.Builder.of(Module.getBootModuleLoader(), MODULE).build());
    }
    if (LucinaMarks.isApplication(unit)) {
      context.requires(binding);
    }
  }
}
