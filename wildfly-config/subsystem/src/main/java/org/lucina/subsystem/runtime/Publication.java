package org.lucina.subsystem.runtime;

import java.util.Map;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.DimseService;

/** What the archive serves on all listeners. */
record Publication(
    Map<String, DimseService> services, AssociationPolicy policy, AssociationLog log) {

  /** Copies the map. */
  Publication {
    services = Map.copyOf(services);
  }
}
