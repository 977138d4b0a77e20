package org.lucina.subsystem.model;

import java.util.List;
import java.util.function.Function;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.subsystem.runtime.Plugin;

/** {@code plugin=NAME}: a deployment that offers providers; comes and goes with it. */
final class PluginResource extends SimpleResourceDefinition {
  static final PathElement PATH = PathElement.pathElement("plugin");

  private final Running running;

  PluginResource(Running running) {
    super(new Parameters(PATH, Descriptions.of(PATH)).setRuntime());
    this.running = running;
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    tell(
        registration,
        Attributes.told("version", ModelType.STRING).build(),
        plugin -> plugin.version().map(ModelNode::new).orElseGet(ModelNode::new));
    tell(
        registration,
        Attributes.told("spi-version", ModelType.STRING).build(),
        plugin -> plugin.spi().map(ModelNode::new).orElseGet(ModelNode::new));
    tell(
        registration,
        Attributes.told("state", ModelType.STRING).build(),
        plugin -> new ModelNode(PluginText.state(plugin)));
    tell(registration, list("providers"), plugin -> nodes(PluginText.providers(plugin)));
    tell(registration, list("configuration"), plugin -> nodes(PluginText.properties(plugin)));
    tell(registration, list("last-error"), plugin -> nodes(plugin.faults()));
  }

  private void tell(
      ManagementResourceRegistration registration,
      AttributeDefinition attribute,
      Function<Plugin, ModelNode> read) {
    registration.registerReadOnlyAttribute(attribute, new RuntimeReader(name -> find(name, read)));
  }

  private ModelNode find(String name, Function<Plugin, ModelNode> read) {
    return running
        .server()
        .map(server -> server.plugins().all().get(name))
        .map(read)
        .orElseGet(ModelNode::new);
  }

  private static AttributeDefinition list(String name) {
    return new StringListAttributeDefinition.Builder(name)
        .setRequired(false)
        .setStorageRuntime()
        .build();
  }

  private static ModelNode nodes(List<String> values) {
    ModelNode list = new ModelNode().setEmptyList();
    values.forEach(list::add);
    return list;
  }
}
