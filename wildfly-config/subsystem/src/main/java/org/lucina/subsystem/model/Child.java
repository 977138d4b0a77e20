package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;

/**
 * A type of configured child resources with its attributes and the types below it, as both model
 * and XML know it.
 */
record Child(PathElement path, List<AttributeDefinition> attributes, List<Child> parts) {

  /** Copies the lists. */
  Child {
    attributes = List.copyOf(attributes);
    parts = List.copyOf(parts);
  }

  /** One with nothing below. */
  Child(PathElement path, List<AttributeDefinition> attributes) {
    this(path, attributes, List.of());
  }
}
