package org.lucina.subsystem.model;

import java.util.Optional;
import org.infinispan.commons.api.BasicCache;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.jboss.msc.service.ServiceName;
import org.lucina.spi.History;
import org.lucina.subsystem.runtime.CacheHistory;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.service.descriptor.BinaryServiceDescriptor;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.ServiceInstaller;

/**
 * Gives instances the cache in which they remember what they have seen; it is started for the first
 * that is configured, so that servers without instances start sooner.
 */
final class HistoryService implements ResourceServiceConfigurator {
  @SuppressWarnings("unchecked")
  static final BinaryServiceDescriptor<BasicCache<String, Boolean>> CACHE =
      BinaryServiceDescriptor.of(
          "org.wildfly.clustering.infinispan.cache",
          (Class<BasicCache<String, Boolean>>) (Class<?>) BasicCache.class);

  private static final ServiceName NAME =
      ServerResource.CAPABILITY.getCapabilityServiceName().append("history");

  /** What instances wait for, except storages, with which the archive starts. */
  static ServiceDependency<?> dependency() {
    return ServiceDependency.on(NAME);
  }

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    ServiceDependency<BasicCache<String, Boolean>> cache =
        ServerResource.HISTORY_CACHE.resolve(context, model);
    return ServiceInstaller.builder(
            () -> Optional.ofNullable(cache.get()).<History>map(CacheHistory::new))
        .provides(NAME)
        .requires(server)
        .requires(cache)
        .onStart(started -> server.get().history(started))
        .onStop(stopped -> server.get().history(Optional.empty()))
        .startWhen(StartWhen.REQUIRED)
        .build();
  }
}
