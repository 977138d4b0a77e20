package org.lucina.subsystem.model;

import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.as.controller.operations.validation.ModelTypeValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** Begins attributes the way all of ours begin: expressions allowed, changes applied at once. */
final class Attributes {
  private Attributes() {}

  static SimpleAttributeDefinitionBuilder string(String name) {
    return simple(name, ModelType.STRING);
  }

  static SimpleAttributeDefinitionBuilder flag(String name, boolean standard) {
    return simple(name, ModelType.BOOLEAN)
        .setRequired(false)
        .setValidator(new ModelTypeValidator(ModelType.BOOLEAN, true, true))
        .setDefaultValue(new ModelNode(standard));
  }

  static SimpleAttributeDefinitionBuilder number(
      String name, int least, int most, MeasurementUnit unit) {
    return simple(name, ModelType.INT)
        .setRequired(false)
        .setMeasurementUnit(unit)
        .setValidator(new IntRangeValidator(least, most, true, true));
  }

  static SimpleAttributeDefinitionBuilder aeTitle(String name) {
    return string(name).setValidator(new AeTitleValidator());
  }

  /** An attribute that only tells. */
  static SimpleAttributeDefinitionBuilder told(String name, ModelType type) {
    return new SimpleAttributeDefinitionBuilder(name, type, true).setStorageRuntime();
  }

  /** A number that goes up and down, also told by the server's metrics. */
  static SimpleAttributeDefinitionBuilder gauge(String name, ModelType type, MeasurementUnit unit) {
    return new SimpleAttributeDefinitionBuilder(name, type)
        .setStorageRuntime()
        .setMeasurementUnit(unit)
        .setUndefinedMetricValue(ModelNode.ZERO)
        .setFlags(AttributeAccess.Flag.GAUGE_METRIC);
  }

  private static SimpleAttributeDefinitionBuilder simple(String name, ModelType type) {
    return new SimpleAttributeDefinitionBuilder(name, type)
        .setAllowExpression(true)
        .setFlags(AttributeAccess.Flag.RESTART_NONE);
  }
}
