package org.lucina.subsystem.model;

import java.util.Map;
import java.util.Set;
import org.jboss.as.controller.registry.PlaceholderResource;
import org.jboss.as.controller.registry.Resource;
import org.lucina.subsystem.runtime.Plugin;
import org.wildfly.subsystem.resource.ChildResourceProvider;

/** The {@code plugin=*} children of the subsystem: those that are deployed now. */
final class PluginChildren implements ChildResourceProvider {
  private final Running running;

  PluginChildren(Running running) {
    this.running = running;
  }

  @Override
  public Resource getChild(String name) {
    return plugins().containsKey(name) ? PlaceholderResource.INSTANCE : null;
  }

  @Override
  public Set<String> getChildren() {
    return plugins().keySet();
  }

  private Map<String, Plugin> plugins() {
    return running.server().map(server -> server.plugins().all()).orElse(Map.of());
  }
}
