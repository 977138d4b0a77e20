package org.lucina.subsystem.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.RunningServer;

/**
 * The instances of one kind, by resource name.
 *
 * @param <T> what the providers make
 */
final class ProvidedInstances<T extends AutoCloseable> {
  private final Running running;
  private final Class<T> made;
  private final Function<RunningServer, Instance.Use<T>> use;
  private final Map<String, Instance<T>> byName = new ConcurrentHashMap<>();

  ProvidedInstances(Running running, Class<T> made, Function<RunningServer, Instance.Use<T>> use) {
    this.running = running;
    this.made = made;
    this.use = use;
  }

  Optional<Instance<T>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  void started(String name, Instance<T> instance) {
    byName.put(name, instance);
  }

  void stopped(String name, Instance<T> instance) {
    byName.remove(name, instance);
  }

  Running running() {
    return running;
  }

  Class<T> made() {
    return made;
  }

  Instance.Use<T> use(RunningServer server) {
    return use.apply(server);
  }
}
