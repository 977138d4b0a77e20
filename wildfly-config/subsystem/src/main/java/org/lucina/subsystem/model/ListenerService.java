package org.lucina.subsystem.model;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.network.SocketBinding;
import org.jboss.dmr.ModelNode;
import org.lucina.net.ListenerConfig;
import org.lucina.subsystem.runtime.ListenerSpec;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.capability.CapabilityServiceInstaller;

/** Makes the service behind a {@code dicom-listener}. */
final class ListenerService implements ResourceServiceConfigurator {

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    ServiceDependency<SocketBinding> binding =
        ListenerResource.SOCKET_BINDING.resolve(context, model);
    ServiceDependency<SSLContext> tls = ListenerResource.SSL_CONTEXT.resolve(context, model);
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    Limits limits = Limits.of(context, model);
    Set<String> titles = new HashSet<>();
    for (String title : ListenerResource.AE_TITLES.unwrap(context, model)) {
      titles.add(title.trim());
    }
    Supplier<ListenerSpec> spec =
        () ->
            new ListenerSpec(
                name,
                limits.config(binding.get().getSocketAddress(), Optional.ofNullable(tls.get())),
                titles,
                new BoundSocket(binding.get()));
    return CapabilityServiceInstaller.builder(ListenerResource.CAPABILITY, spec)
        .requires(server)
        .requires(binding)
        .requires(tls)
        .onStart(started -> server.get().listeners().add(started))
        .onStop(stopped -> server.get().listeners().remove(stopped.name()))
        .startWhen(org.wildfly.service.Installer.StartWhen.INSTALLED)
        .blocking()
        .build();
  }

  /** The attributes that are numbers and flags. */
  private record Limits(
      boolean requireClientCertificate,
      int maxAssociations,
      int maxAssociationsPerAe,
      int maxPduLength,
      Duration requestTimeout,
      Duration idleTimeout,
      int maxOperations) {

    static Limits of(OperationContext context, ModelNode model) throws OperationFailedException {
      return new Limits(
          ListenerResource.REQUIRE_CLIENT_CERTIFICATE
              .resolveModelAttribute(context, model)
              .asBoolean(),
          ListenerResource.MAX_ASSOCIATIONS.resolveModelAttribute(context, model).asInt(),
          ListenerResource.MAX_ASSOCIATIONS_PER_AE.resolveModelAttribute(context, model).asInt(),
          ListenerResource.MAX_PDU_LENGTH.resolveModelAttribute(context, model).asInt(),
          Duration.ofSeconds(
              ListenerResource.REQUEST_TIMEOUT.resolveModelAttribute(context, model).asInt()),
          Duration.ofSeconds(
              ListenerResource.IDLE_TIMEOUT.resolveModelAttribute(context, model).asInt()),
          ListenerResource.MAX_OPERATIONS.resolveModelAttribute(context, model).asInt());
    }

    ListenerConfig config(InetSocketAddress address, Optional<SSLContext> tls) {
      return new ListenerConfig(
          address,
          tls.map(context -> () -> context),
          requireClientCertificate,
          maxAssociations,
          maxAssociationsPerAe,
          maxPduLength,
          requestTimeout,
          idleTimeout,
          maxOperations);
    }
  }
}
