package org.lucina.subsystem.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.subsystem.runtime.Listener;

/** Attributes that tell how a listener is doing. */
final class ListenerState {
  private static final Map<AttributeDefinition, Function<Listener, ModelNode>> TOLD =
      Map.of(
          Attributes.told("state", ModelType.STRING).build(),
          listener -> new ModelNode(listener.state().name().toLowerCase(Locale.ROOT)),
          Attributes.told("last-error", ModelType.STRING).build(),
          listener -> listener.error().map(ModelNode::new).orElseGet(ModelNode::new),
          Attributes.told("bound-address", ModelType.STRING).build(),
          listener ->
              listener
                  .address()
                  .map(a -> new ModelNode(a.getAddress().getHostAddress() + ":" + a.getPort()))
                  .orElseGet(ModelNode::new),
          Attributes.told("open-associations", ModelType.INT).build(),
          listener -> new ModelNode(listener.openAssociations()));

  private ListenerState() {}

  static void register(ManagementResourceRegistration registration, Running running) {
    TOLD.forEach(
        (attribute, reader) ->
            registration.registerReadOnlyAttribute(
                attribute,
                new RuntimeReader(
                    name -> find(running, name).map(reader).orElseGet(ModelNode::new))));
  }

  private static Optional<Listener> find(Running running, String name) {
    return running.server().flatMap(server -> server.listeners().find(name));
  }
}
