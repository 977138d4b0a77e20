package org.lucina.subsystem.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.spi.server.RemoteAe;

/** Remote AEs by title; thread-safe. */
public final class RemoteAes {
  private final Map<String, RemoteAe> byTitle = new ConcurrentHashMap<>();

  /** Adds one in place of that with the same title. */
  public void add(RemoteAe ae) {
    byTitle.put(ae.aeTitle(), ae);
  }

  /** Removes one. */
  public void remove(RemoteAe ae) {
    byTitle.remove(ae.aeTitle(), ae);
  }

  /** One by title; spaces around it do not count (PS3.5 6.2, AE). */
  public Optional<RemoteAe> find(String aeTitle) {
    return Optional.ofNullable(byTitle.get(aeTitle.trim()));
  }

  /** All, by title, in order. */
  public Map<String, RemoteAe> all() {
    return new TreeMap<>(byTitle);
  }
}
