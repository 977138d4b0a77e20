package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;

/** A type of configured child resources with its attributes, as both model and XML know it. */
record Child(PathElement path, List<AttributeDefinition> attributes) {

  /** Copies the list. */
  Child {
    attributes = List.copyOf(attributes);
  }
}
