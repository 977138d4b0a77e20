package org.lucina.endpoint.mock.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * A hospital or practice.
 *
 * @param name Institution Name (0008,0080)
 * @param services with its devices
 */
public record Site(String name, List<Service> services) {

  /** Copies the list. */
  public Site {
    services = List.copyOf(services);
  }

  /** All devices, those of one seed unlike those of another. */
  public Stream<Device> devices(Seed seed) {
    return services.stream().flatMap(service -> service.devices(name, seed).stream());
  }
}
