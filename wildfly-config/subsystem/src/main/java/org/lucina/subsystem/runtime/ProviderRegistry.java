package org.lucina.subsystem.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.spi.Provider;
import org.lucina.subsystem.LucinaLogger;

/** The providers that are there now, by kind and type, and who waits for them; thread-safe. */
public final class ProviderRegistry {

  /** Names a provider. */
  public record Key(ProviderKind kind, String type) {}

  /** Is told when a provider comes and goes. */
  public interface Watcher {
    /** It is there. */
    void arrived();

    /** It is gone from the registry; its plugin's classes go when this returns. */
    void leaving();
  }

  private record Entry(Provider<?> provider, String plugin) {}

  private final Map<Key, Entry> entries = new HashMap<>();
  private final Map<Key, List<Watcher>> watchers = new HashMap<>();

  /** A provider, if it is there. */
  public synchronized Optional<Provider<?>> find(Key key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::provider);
  }

  /** Types that are there of a kind, in order. */
  public synchronized Set<String> types(ProviderKind kind) {
    Set<String> types = new TreeSet<>();
    entries.keySet().stream().filter(key -> key.kind() == kind).forEach(k -> types.add(k.type()));
    return types;
  }

  /**
   * Adds a provider and tells those who wait for it, on this thread.
   *
   * @return the plugin that offers one of this name already, or empty when added
   */
  public Optional<String> add(Key key, Provider<?> provider, String plugin) {
    List<Watcher> told;
    synchronized (this) {
      Entry old = entries.putIfAbsent(key, new Entry(provider, plugin));
      if (old != null) {
        return Optional.of(old.plugin());
      }
      told = watching(key);
    }
    told.forEach(watcher -> tell(watcher, watcher::arrived));
    return Optional.empty();
  }

  /** Removes a provider and tells its users, on this thread; when this returns they let it go. */
  public void remove(Key key, Provider<?> provider) {
    List<Watcher> told;
    synchronized (this) {
      Entry entry = entries.get(key);
      if (entry == null || entry.provider() != provider) {
        return;
      }
      entries.remove(key);
      told = watching(key);
    }
    told.forEach(watcher -> tell(watcher, watcher::leaving));
  }

  /** Tells when a provider comes and goes, at once if it is there. */
  public void watch(Key key, Watcher watcher) {
    boolean there;
    synchronized (this) {
      watchers.computeIfAbsent(key, k -> new ArrayList<>()).add(watcher);
      there = entries.containsKey(key);
    }
    if (there) {
      watcher.arrived();
    }
  }

  /** Tells no more. */
  public synchronized void unwatch(Key key, Watcher watcher) {
    List<Watcher> list = watchers.get(key);
    if (list != null) {
      list.remove(watcher);
      if (list.isEmpty()) {
        watchers.remove(key);
      }
    }
  }

  private List<Watcher> watching(Key key) {
    return List.copyOf(watchers.getOrDefault(key, List.of()));
  }

  private static void tell(Watcher watcher, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.watcherFailed(watcher.toString(), e);
    }
  }
}
