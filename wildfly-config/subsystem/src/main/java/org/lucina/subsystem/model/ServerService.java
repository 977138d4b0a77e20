package org.lucina.subsystem.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.ProcessStateNotifier;
import org.jboss.as.controller.services.path.PathManager;
import org.jboss.as.network.SocketBindingManager;
import org.jboss.as.server.ServerEnvironment;
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
  private static final int TASK_THREADS = 8;

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
    ServiceDependency<PathManager> folders = ServiceDependency.on(PathManager.SERVICE_DESCRIPTOR);
    Optional<String> home =
        Optional.ofNullable(
            ServerResource.HOME.resolveModelAttribute(context, model).asStringOrNull());
    Supplier<RunningServer> made =
        () ->
            new RunningServer(
                settings,
                home(folders.get(), home),
                NamedThreads.pool("lucina-dicom-"),
                NamedThreads.scheduled("lucina-task-", TASK_THREADS),
                new AfterBoot(process.get(), new ReadyMessage(sockets.get())));
    ResourceServiceInstaller server =
        CapabilityServiceInstaller.builder(ServerResource.CAPABILITY, made)
            .requires(sockets)
            .requires(process)
            .requires(folders)
            .withCaptor(running)
            .onStop(RunningServer::close)
            .startWhen(StartWhen.INSTALLED)
            .build();
    return ResourceServiceInstaller.combine(server, new ServerBinding());
  }

  private static Path home(PathManager folders, Optional<String> path) {
    return path.map(name -> Path.of(folders.getPathEntry(name).resolvePath()))
        .orElseGet(
            () ->
                Path.of(
                    folders.resolveRelativePathEntry("lucina", ServerEnvironment.SERVER_DATA_DIR)));
  }
}
