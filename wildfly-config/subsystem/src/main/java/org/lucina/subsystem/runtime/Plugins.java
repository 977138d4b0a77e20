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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.PrivateDictionary;
import org.lucina.spi.Provider;
import org.lucina.subsystem.LucinaLogger;

/** Finds what deployments provide and registers it; thread-safe. */
public final class Plugins {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private final ProviderRegistry registry;
  private final Map<String, Plugin> plugins = new TreeMap<>();

  Plugins(ProviderRegistry registry) {
    this.registry = registry;
  }

  /** Those that are deployed, by name. */
  public synchronized Map<String, Plugin> all() {
    return new TreeMap<>(plugins);
  }

  /**
   * Registers every provider, and every private dictionary, that a class loader has of its own;
   * what fails is parked. None of a plugin that was written for other interfaces is loaded.
   *
   * @param version of the plugin
   * @param spi version of the interfaces that it declares
   */
  public void add(String name, Optional<String> version, Optional<String> spi, ClassLoader loader) {
    if (spi.isEmpty()) {
      LucinaLogger.LOG.noSpiVersion(name);
    }
    Optional<String> fault = spi.flatMap(SpiVersion::fault);
    if (fault.isPresent()) {
      LucinaLogger.LOG.pluginRefused(name, fault.get());
      keep(new Plugin(name, version, spi, List.of(), List.of(), List.of(fault.get())));
    } else {
      load(name, version, spi, loader);
    }
  }

  private synchronized void keep(Plugin plugin) {
    plugins.put(plugin.name(), plugin);
  }

  private void load(
      String name, Optional<String> version, Optional<String> spi, ClassLoader loader) {
    List<Plugin.Offer> offered = new ArrayList<>();
    List<PrivateDictionary> dictionaries = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    try (PluginLoader context = new PluginLoader(loader)) {
      for (ProviderKind kind : ProviderKind.values()) {
        load(
            name,
            kind.service(),
            loader,
            faults,
            provider -> offer(name, kind, provider, offered, faults));
      }
      load(name, PrivateDictionary.class, loader, faults, dictionaries::add);
    }
    dictionaries.forEach(Dictionary::add);
    Plugin plugin = new Plugin(name, version, spi, offered, dictionaries, faults);
    keep(plugin);
    if (!plugin.isEmpty()) {
      LucinaLogger.LOG.pluginRegistered(name, version.orElse(""), contents(plugin));
    }
  }

  private static String contents(Plugin plugin) {
    Stream<String> offers =
        plugin.offered().stream()
            .map(offer -> offer.key().kind().key() + " '" + offer.key().type() + "'");
    Stream<String> dictionaries =
        plugin.dictionaries().stream()
            .map(dictionary -> "private dictionary " + dictionary.getClass().getName());
    return Stream.concat(offers, dictionaries).collect(Collectors.joining(", "));
  }

  /** Unregisters the providers and dictionaries of a deployment. */
  public void remove(String name) {
    Plugin plugin;
    synchronized (this) {
      plugin = plugins.remove(name);
    }
    if (plugin != null) {
      plugin.offered().forEach(offer -> registry.remove(offer.key(), offer.provider()));
      plugin.dictionaries().forEach(Dictionary::remove);
      LucinaLogger.LOG.pluginGone(name);
    }
  }

  private <S> void load(
      String plugin,
      Class<S> service,
      ClassLoader loader,
      List<String> faults,
      Consumer<? super S> taker) {
    Iterator<S> found = ServiceLoader.load(service, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        taker.accept(found.next());
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
