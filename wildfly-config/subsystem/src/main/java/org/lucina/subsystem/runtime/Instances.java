package org.lucina.subsystem.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The instances of a kind that run, by the names of their resources; thread-safe.
 *
 * @param <T> the kind
 */
final class Instances<T> implements Instance.Use<T> {
  private final Map<String, T> running = new ConcurrentHashMap<>();
  private final Consumer<String> changed;

  /** None whose coming and going matters to anybody. */
  Instances() {
    this(name -> {});
  }

  /**
   * None yet.
   *
   * @param changed told the name of one that came or left; one that left is closed when this
   *     returns
   */
  Instances(Consumer<String> changed) {
    this.changed = changed;
  }

  /** One that runs. */
  Optional<T> find(String name) {
    return Optional.ofNullable(running.get(name));
  }

  @Override
  public void available(String name, T instance) {
    running.put(name, instance);
    changed.accept(name);
  }

  @Override
  public void unavailable(String name) {
    running.remove(name);
    changed.accept(name);
  }
}
