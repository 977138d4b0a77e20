package org.lucina.subsystem.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** All configured listeners: open while the archive has published services; thread-safe. */
public final class Listeners {
  private final Map<String, Listener> listeners = new TreeMap<>();
  private final RemoteAes remoteAes;
  private final Executor threads;
  private Optional<Publication> publication = Optional.empty();

  Listeners(RemoteAes remoteAes, Executor threads) {
    this.remoteAes = remoteAes;
    this.threads = threads;
  }

  /** Adds a listener in place of that of the same name; the others stay as they are. */
  public synchronized void add(ListenerSpec spec) {
    remove(spec.name());
    Listener listener = new Listener(spec);
    listeners.put(spec.name(), listener);
    publication.ifPresent(published -> listener.open(published, remoteAes, threads));
  }

  /** Closes a listener for good. */
  public synchronized void remove(String name) {
    Listener old = listeners.remove(name);
    if (old != null) {
      old.close();
    }
  }

  /** A listener by name. */
  public synchronized Optional<Listener> find(String name) {
    return Optional.ofNullable(listeners.get(name));
  }

  /** All listeners, by name. */
  public synchronized Collection<Listener> all() {
    return List.copyOf(listeners.values());
  }

  synchronized void publish(Publication fresh) {
    publication.ifPresent(this::withdraw);
    publication = Optional.of(fresh);
    listeners.values().forEach(listener -> listener.open(fresh, remoteAes, threads));
  }

  synchronized void withdraw(Publication old) {
    if (publication.filter(now -> now == old).isPresent()) {
      publication = Optional.empty();
      listeners.values().forEach(Listener::close);
    }
  }
}
