package org.lucina.subsystem.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instances of a kind that run, by the names of their resources; thread-safe.
 *
 * @param <T> the kind
 */
final class Instances<T> implements Instance.Use<T> {
  private final Map<String, T> running = new ConcurrentHashMap<>();

  /** One that runs. */
  Optional<T> find(String name) {
    return Optional.ofNullable(running.get(name));
  }

  @Override
  public void available(String name, T instance) {
    running.put(name, instance);
  }

  @Override
  public void unavailable(String name) {
    running.remove(name);
  }
}
