package org.lucina.subsystem.deployment;

import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.module.ResourceRoot;
import org.jboss.modules.Module;
import org.lucina.spi.Spi;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.ServiceInstaller;

/** Registers the providers of a deployment while it is deployed. */
public final class PluginProcessor implements DeploymentUnitProcessor {
  private final ServiceDependency<RunningServer> server;

  /** Makes the processor. */
  public PluginProcessor(ServiceDependency<RunningServer> server) {
    this.server = server;
  }

  @Override
  public void deploy(DeploymentPhaseContext context) {
    DeploymentUnit unit = context.getDeploymentUnit();
    Module module = unit.getAttachment(Attachments.MODULE);
    if (module == null || !LucinaMarks.isPlugin(unit)) {
      return;
    }
    String name = name(unit);
    Optional<String> version = manifest(unit, Attributes.Name.IMPLEMENTATION_VERSION);
    Optional<String> spi = manifest(unit, new Attributes.Name(Spi.MANIFEST_ATTRIBUTE));
    ServiceDependency<RunningServer> users = server;
    ServiceInstaller.builder(
            () -> users.get().plugins().add(name, version, spi, module.getClassLoader()),
            () -> users.get().plugins().remove(name))
        .requires(users)
        .startWhen(StartWhen.INSTALLED)
        .blocking()
        .build()
        .install(context);
  }

  private static String name(DeploymentUnit unit) {
    return unit.getParent() == null
        ? unit.getName()
        : unit.getParent().getName() + "/" + unit.getName();
  }

  private static Optional<String> manifest(DeploymentUnit unit, Attributes.Name name) {
    ResourceRoot root = unit.getAttachment(Attachments.DEPLOYMENT_ROOT);
    Manifest manifest = root == null ? null : root.getAttachment(Attachments.MANIFEST);
    return Optional.ofNullable(manifest)
        .map(Manifest::getMainAttributes)
        .map(main -> main.getValue(name));
  }
}
