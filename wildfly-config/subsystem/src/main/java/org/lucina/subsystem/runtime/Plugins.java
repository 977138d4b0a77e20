package org.lucina.subsystem.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lucina.spi.Provider;
import org.lucina.subsystem.LucinaLogger;

/** Finds the providers of deployments and registers them; thread-safe. */
public final class Plugins {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final ProviderRegistry registry;
  private final Map<String, Plugin> plugins = new TreeMap<>();

  Plugins(ProviderRegistry registry) {
    this.registry = registry;
  }

  /** Those that are deployed, by name. */
  public synchronized Map<String, Plugin> all() {
    return new TreeMap<>(plugins);
  }

  /** Registers every provider that a class loader has of its own; what fails is parked. */
  public void add(String name, Optional<String> version, ClassLoader loader) {
    List<Plugin.Offer> offered = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    try (PluginLoader context = new PluginLoader(loader)) {
      for (ProviderKind kind : ProviderKind.values()) {
        load(name, kind, loader, offered, faults);
      }
    }
    Plugin plugin = new Plugin(name, version, offered, faults);
    synchronized (this) {
      plugins.put(name, plugin);
    }
    if (offered.isEmpty()) {
      return;
    }
    LucinaLogger.LOG.pluginRegistered(
        name,
        version.orElse(""),
        offered.stream()
            .map(offer -> offer.key().kind().key() + " '" + offer.key().type() + "'")
            .collect(Collectors.joining(", ")));
  }

  /** Unregisters the providers of a deployment. */
  public void remove(String name) {
    Plugin plugin;
    synchronized (this) {
      plugin = plugins.remove(name);
    }
    if (plugin != null) {
      plugin.offered().forEach(offer -> registry.remove(offer.key(), offer.provider()));
      LucinaLogger.LOG.pluginGone(name);
    }
  }

  private void load(
      String plugin,
      ProviderKind kind,
      ClassLoader loader,
      List<Plugin.Offer> offered,
      List<String> faults) {
    Iterator<? extends Provider<?>> found = ServiceLoader.load(kind.service(), loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        offer(plugin, kind, found.next(), offered, faults);
      } catch (NoSuchElementException end) {
        return;
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String problem = e.getMessage() + (e.getCause() == null ? "" : ": " + cause.getMessage());
        faults.add(problem);
        LucinaLogger.LOG.providerParked(plugin, problem, cause);
      }
    }
  }

  private void offer(
      String plugin,
      ProviderKind kind,
      Provider<?> provider,
      List<Plugin.Offer> offered,
      List<String> faults) {
    String type = provider.type();
    if (!TYPE.matcher(type).matches()) {
      park(plugin, LucinaLogger.LOG.badProviderType(type), faults);
      return;
    }
    provider.configSpec();
    ProviderRegistry.Key key = new ProviderRegistry.Key(kind, type);
    Optional<String> taken = registry.add(key, provider, plugin);
    if (taken.isPresent()) {
      park(plugin, LucinaLogger.LOG.providerTaken(type, taken.get()), faults);
    } else {
      offered.add(new Plugin.Offer(key, provider));
    }
  }

  private static void park(String plugin, String problem, List<String> faults) {
    faults.add(problem);
    LucinaLogger.LOG.providerParked(plugin, problem, null);
  }
}
