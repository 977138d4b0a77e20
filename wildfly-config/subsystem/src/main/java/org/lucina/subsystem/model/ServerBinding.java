package org.lucina.subsystem.model;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.naming.ImmediateManagedReference;
import org.jboss.as.naming.ManagedReferenceFactory;
import org.jboss.as.naming.ServiceBasedNamingStore;
import org.jboss.as.naming.deployment.ContextNames;
import org.jboss.msc.service.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.lucina.spi.server.LucinaServer;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.subsystem.service.ResourceServiceInstaller;

/** Binds the server into JNDI, where the archive looks it up. */
final class ServerBinding implements ResourceServiceInstaller {
  private static final ContextNames.BindInfo BINDING =
      ContextNames.bindInfoFor(LucinaServer.JNDI_NAME);

  /** Up while the name is bound. */
  static final ServiceName SERVICE_NAME = BINDING.getBinderServiceName();

  @Override
  public Consumer<OperationContext> install(OperationContext context) {
    ServiceBuilder<?> builder = context.getServiceTarget().addService();
    Consumer<ManagedReferenceFactory> bound = builder.provides(SERVICE_NAME);
    Supplier<RunningServer> server =
        builder.requires(ServerResource.CAPABILITY.getCapabilityServiceName());
    Supplier<ServiceBasedNamingStore> store =
        builder.requires(BINDING.getParentContextServiceName());
    ServiceController<?> controller =
        builder.setInstance(new Binder(bound, server, store)).install();
    return removing -> removing.removeService(controller);
  }

  private record Binder(
      Consumer<ManagedReferenceFactory> bound,
      Supplier<RunningServer> server,
      Supplier<ServiceBasedNamingStore> store)
      implements Service<ManagedReferenceFactory> {

    /** Lookups ask the service itself for its value, not what it provides. */
    @Override
    public ManagedReferenceFactory getValue() {
      RunningServer bindee = server.get();
      return () -> new ImmediateManagedReference(bindee);
    }

    @Override
    public void start(StartContext context) {
      bound.accept(getValue());
      store.get().add(SERVICE_NAME);
    }

    @Override
    public void stop(StopContext context) {
      store.get().remove(SERVICE_NAME);
    }
  }
}
