package org.lucina.subsystem.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer.StorageWatcher;
import org.lucina.spi.storage.Storage;
import org.lucina.subsystem.LucinaLogger;

/** The storages that run, and who watches them; what a watcher is told comes in order. */
final class Storages implements Instance.Use<Storage> {
  private final Map<String, Storage> running = new LinkedHashMap<>();
  private final List<StorageWatcher> watchers = new CopyOnWriteArrayList<>();

  /** A storage that runs. */
  Optional<Storage> find(String name) {
    synchronized (running) {
      return Optional.ofNullable(running.get(name));
    }
  }

  /** Tells a watcher of what runs and of what comes and goes. */
  synchronized AutoCloseable watch(StorageWatcher watcher) {
    watchers.add(watcher);
    Map<String, Storage> now;
    synchronized (running) {
      now = new LinkedHashMap<>(running);
    }
    now.forEach((name, storage) -> tell(watcher, () -> watcher.available(name, storage)));
    return () -> watchers.remove(watcher);
  }

  @Override
  public synchronized void available(String name, Storage storage) {
    synchronized (running) {
      running.put(name, storage);
    }
    watchers.forEach(watcher -> tell(watcher, () -> watcher.available(name, storage)));
  }

  @Override
  public synchronized void unavailable(String name) {
    synchronized (running) {
      running.remove(name);
    }
    watchers.forEach(watcher -> tell(watcher, () -> watcher.unavailable(name)));
  }

  /** Tells watchers of other settings. */
  synchronized void settingsChanged(ArchiveSettings settings) {
    watchers.forEach(watcher -> tell(watcher, () -> watcher.settingsChanged(settings)));
  }

  private static void tell(StorageWatcher watcher, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.watcherFailed(watcher.getClass().getName(), e);
    }
  }
}
