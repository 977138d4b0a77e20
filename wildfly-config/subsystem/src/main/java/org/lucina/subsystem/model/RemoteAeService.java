package org.lucina.subsystem.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.server.RemoteAe;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.capability.CapabilityServiceInstaller;

/** Makes the service behind a {@code remote-ae}. */
final class RemoteAeService implements ResourceServiceConfigurator {

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    String title =
        RemoteAeResource.AE_TITLE.resolveModelAttribute(context, model).asString().trim();
    refuseTaken(context, name, title);
    ServiceDependency<SSLContext> tls = RemoteAeResource.SSL_CONTEXT.resolve(context, model);
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    Function<Optional<SSLContext>, RemoteAe> ae = ae(context, model, name, title);
    Supplier<RemoteAe> made = () -> ae.apply(Optional.ofNullable(tls.get()));
    return CapabilityServiceInstaller.builder(RemoteAeResource.CAPABILITY, made)
        .requires(server)
        .requires(tls)
        .onStart(started -> server.get().remoteAeTable().add(started))
        .onStop(stopped -> server.get().remoteAeTable().remove(stopped))
        .startWhen(StartWhen.INSTALLED)
        .build();
  }

  private static Function<Optional<SSLContext>, RemoteAe> ae(
      OperationContext context, ModelNode model, String name, String title)
      throws OperationFailedException {
    String host = RemoteAeResource.HOST.resolveModelAttribute(context, model).asString();
    int port = RemoteAeResource.PORT.resolveModelAttribute(context, model).asInt();
    boolean store = flag(RemoteAeResource.MAY_STORE, context, model);
    boolean query = flag(RemoteAeResource.MAY_QUERY, context, model);
    boolean retrieve = flag(RemoteAeResource.MAY_RETRIEVE, context, model);
    boolean check = flag(RemoteAeResource.CHECK_ADDRESS, context, model);
    Integer most =
        RemoteAeResource.MAX_ASSOCIATIONS.resolveModelAttribute(context, model).asIntOrNull();
    OptionalInt limit = most == null ? OptionalInt.empty() : OptionalInt.of(most);
    return tls -> new RemoteAe(name, title, host, port, tls, store, query, retrieve, check, limit);
  }

  private static boolean flag(
      SimpleAttributeDefinition attribute, OperationContext context, ModelNode model)
      throws OperationFailedException {
    return attribute.resolveModelAttribute(context, model).asBoolean();
  }

  private static void refuseTaken(OperationContext context, String name, String title)
      throws OperationFailedException {
    PathAddress parent = context.getCurrentAddress().getParent();
    for (Resource.ResourceEntry other :
        context.readResourceFromRoot(parent, true).getChildren(RemoteAeResource.PATH.getKey())) {
      if (!other.getName().equals(name)) {
        ModelNode taken =
            RemoteAeResource.AE_TITLE.resolveModelAttribute(context, other.getModel());
        if (taken.asString("").trim().equals(title)) {
          throw LucinaLogger.LOG.aeTitleTaken(title, other.getName());
        }
      }
    }
  }
}
