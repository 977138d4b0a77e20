package org.lucina.subsystem.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
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
                  .orElseGet(ModelNode::new));

  private static final AttributeDefinition OPEN_ASSOCIATIONS =
      Attributes.gauge("open-associations", ModelType.INT, MeasurementUnit.NONE).build();

  private ListenerState() {}

  static void register(ManagementResourceRegistration registration, Running running) {
    TOLD.forEach(
        (attribute, read) ->
            registration.registerReadOnlyAttribute(attribute, reader(running, read)));
    registration.registerMetric(
        OPEN_ASSOCIATIONS, reader(running, listener -> new ModelNode(listener.openAssociations())));
  }

  private static RuntimeReader reader(Running running, Function<Listener, ModelNode> read) {
    return new RuntimeReader(name -> find(running, name).map(read).orElseGet(ModelNode::new));
  }

  private static Optional<Listener> find(Running running, String name) {
    return running.server().flatMap(server -> server.listeners().find(name));
  }
}
