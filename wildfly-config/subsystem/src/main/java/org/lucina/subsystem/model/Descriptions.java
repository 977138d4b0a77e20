package org.lucina.subsystem.model;

import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.descriptions.ParentResourceDescriptionResolver;
import org.jboss.as.controller.descriptions.SubsystemResourceDescriptionResolver;
import org.lucina.subsystem.LucinaExtension;

/** Finds descriptions in LocalDescriptions.properties of this package. */
final class Descriptions {
  private static final ParentResourceDescriptionResolver ROOT =
      new SubsystemResourceDescriptionResolver(LucinaExtension.SUBSYSTEM, Descriptions.class);

  private Descriptions() {}

  static ParentResourceDescriptionResolver root() {
    return ROOT;
  }

  static ParentResourceDescriptionResolver of(PathElement path) {
    return ROOT.createChildResolver(path);
  }
}
