package org.lucina.subsystem.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.services.path.PathManager;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.jboss.dmr.Property;
import org.lucina.spi.ConfigException;
import org.lucina.spi.Provider;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.InstanceProperties;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.ProviderRegistry;
import org.lucina.subsystem.runtime.RunningServer;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.capability.CapabilityServiceInstaller;

/**
 * Makes the service behind a resource that a provider makes.
 *
 * <p>At run time an unknown provider and properties that it does not allow are refused. At boot,
 * when plugins are still on their way, the instance waits instead and is checked when it is made.
 * The service does not depend on its plugin in MSC's terms, because then WildFly would refuse to
 * undeploy a plugin that is in use.
 */
final class ProvidedService<T extends AutoCloseable> implements ResourceServiceConfigurator {
  private final ProvidedType type;
  private final ProvidedInstances<T> instances;

  ProvidedService(ProvidedType type, ProvidedInstances<T> instances) {
    this.type = type;
    this.instances = instances;
  }

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    PathAddress address = LiveServices.owner(context, type.kind().key());
    String name = address.getLastElement().getValue();
    String provider = ProvidedResource.PROVIDER.resolveModelAttribute(context, model).asString();
    Map<String, String> properties = ProvidedResource.PROPERTIES.unwrap(context, model);
    ProviderRegistry.Key key = new ProviderRegistry.Key(type.kind(), provider);
    SecretReferences secrets = SecretReferences.of(type.secret(), context, model);
    if (!context.isBooting()) {
      check(key, properties, secrets.properties());
    }
    Set<String> plain = plain(model);
    ServiceDependency<RunningServer> server = ServerResource.dependency();
    Optional<String> base =
        Optional.ofNullable(
            type.relativeTo().resolveModelAttribute(context, model).asStringOrNull());
    ServiceDependency<SSLContext> tls = type.sslContext().resolve(context, model);
    ServiceDependency<PathManager> folders = ServiceDependency.on(PathManager.SERVICE_DESCRIPTOR);
    Supplier<Instance<T>> made =
        () ->
            new Instance<>(
                server.get().providers(),
                key,
                name,
                new InstanceProperties(
                    properties,
                    plain,
                    secrets.secrets(),
                    base.map(path -> folder(folders.get(), path))),
                instances.made(),
                instances.use(server.get()),
                () -> server.get().context(type.kind(), name, Optional.ofNullable(tls.get())));
    return CapabilityServiceInstaller.builder(type.capability().fromBaseCapability(address), made)
        .requires(server)
        .requires(folders)
        .requires(tls)
        .requires(secrets.stores())
        .requires(
            type.kind() == ProviderKind.STORAGE ? List.of() : List.of(HistoryService.dependency()))
        .onStart(
            started -> {
              instances.started(name, started);
              started.start();
            })
        .onStop(
            stopped -> {
              stopped.stop();
              instances.stopped(name, stopped);
            })
        .startWhen(StartWhen.INSTALLED)
        .blocking()
        .build();
  }

  /** Path capabilities of WildFly have no services of their own, so the manager is asked. */
  private static Path folder(PathManager folders, String path) {
    return Path.of(folders.getPathEntry(path).resolvePath());
  }

  /** Names of the properties whose values are no expressions. */
  private static Set<String> plain(ModelNode model) {
    ModelNode properties = model.get(ProvidedResource.PROPERTIES.getName());
    return properties.isDefined()
        ? properties.asPropertyList().stream()
            .filter(property -> property.getValue().getType() != ModelType.EXPRESSION)
            .map(Property::getName)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private void check(ProviderRegistry.Key key, Map<String, String> properties, Set<String> secrets)
      throws OperationFailedException {
    for (String secret : secrets) {
      if (properties.containsKey(secret)) {
        throw LucinaLogger.LOG.givenTwice(secret);
      }
    }
    Optional<RunningServer> server = instances.running().server();
    if (server.isEmpty()) {
      return;
    }
    ProviderRegistry providers = server.get().providers();
    Optional<Provider<?>> provider = providers.find(key);
    if (provider.isEmpty()) {
      Set<String> known = providers.types(key.kind());
      throw LucinaLogger.LOG.unknownProvider(
          key.type(), key.kind().key(), known.isEmpty() ? "none" : String.join(", ", known));
    }
    try {
      InstanceProperties.check(provider.get().configSpec(), properties, secrets);
    } catch (ConfigException e) {
      throw LucinaLogger.LOG.badProperties(key.type(), e.getMessage());
    }
  }
}
