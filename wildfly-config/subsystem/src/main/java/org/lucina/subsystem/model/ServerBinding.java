package org.lucina.subsystem.model;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.naming.ImmediateManagedReference;
import org.jboss.as.naming.ServiceBasedNamingStore;
import org.jboss.as.naming.deployment.ContextNames;
import org.jboss.as.naming.service.BinderService;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.lucina.spi.server.LucinaServer;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.subsystem.service.ResourceServiceInstaller;

/** Binds the server into JNDI, where the archive looks it up. */
final class ServerBinding implements ResourceServiceInstaller {
  private static final ContextNames.BindInfo BINDING =
      ContextNames.bindInfoFor(LucinaServer.JNDI_NAME);

  /** Up while the name is bound. */
  static final ServiceName SERVICE_NAME = BINDING.getBinderServiceName();

  /** WildFly's naming store reads values of old-style services only. */
  @Override
  @SuppressWarnings("deprecation")
  public Consumer<OperationContext> install(OperationContext context) {
    BinderService binder = new BinderService(BINDING.getBindName());
    ServiceBuilder<?> builder =
        context
            .getCapabilityServiceTarget()
            .addService(SERVICE_NAME, binder)
            .addDependency(
                BINDING.getParentContextServiceName(),
                ServiceBasedNamingStore.class,
                binder.getNamingStoreInjector());
    Supplier<RunningServer> server =
        builder.requires(ServerResource.CAPABILITY.getCapabilityServiceName());
    binder.getManagedObjectInjector().inject(() -> new ImmediateManagedReference(server.get()));
    ServiceController<?> controller = builder.install();
    return removing -> removing.removeService(controller);
  }
}
