package org.lucina.subsystem.runtime;

import java.net.InetSocketAddress;
import java.util.Set;
import org.lucina.net.ListenerConfig;

/**
 * A configured listener ({@code dicom-listener=NAME}).
 *
 * @param name the resource's name
 * @param config where and within which limits it listens
 * @param calledAeTitles called AE titles that get in, empty for any
 * @param port is told when the port is bound and free again
 */
public record ListenerSpec(
    String name, ListenerConfig config, Set<String> calledAeTitles, PortWatcher port) {

  /** Copies the titles. */
  public ListenerSpec {
    calledAeTitles = Set.copyOf(calledAeTitles);
  }

  /** Is told when a port is bound and free again. */
  public interface PortWatcher {
    /** Bound. */
    void bound(InetSocketAddress address);

    /** Free again. */
    void unbound();
  }
}
