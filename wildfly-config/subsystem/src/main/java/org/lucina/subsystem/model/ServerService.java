package org.lucina.subsystem.model;

import java.util.function.Supplier;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.ProcessStateNotifier;
import org.jboss.as.network.SocketBindingManager;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.subsystem.runtime.NamedThreads;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.capability.CapabilityServiceInstaller;

/** Makes the server itself and binds it into JNDI. */
final class ServerService implements ResourceServiceConfigurator {
  private final Running running;

  ServerService(Running running) {
    this.running = running;
  }

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    ArchiveSettings settings = SettingsService.settings(context, model);
    ServiceDependency<SocketBindingManager> sockets =
        ServiceDependency.on(SocketBindingManager.SERVICE_DESCRIPTOR);
    ServiceDependency<ProcessStateNotifier> process =
        ServiceDependency.on(ProcessStateNotifier.SERVICE_DESCRIPTOR);
    Supplier<RunningServer> made =
        () ->
            new RunningServer(
                settings,
                NamedThreads.pool("lucina-dicom-"),
                new AfterBoot(process.get(), new ReadyMessage(sockets.get())));
    ResourceServiceInstaller server =
        CapabilityServiceInstaller.builder(ServerResource.CAPABILITY, made)
            .requires(sockets)
            .requires(process)
            .withCaptor(running)
            .onStop(RunningServer::close)
            .startWhen(StartWhen.INSTALLED)
            .build();
    return ResourceServiceInstaller.combine(server, new ServerBinding());
  }
}
