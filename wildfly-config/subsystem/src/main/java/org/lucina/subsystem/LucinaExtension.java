package org.lucina.subsystem;

import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.as.controller.Extension;
import org.jboss.as.controller.ExtensionContext;
import org.jboss.as.controller.ModelVersion;
import org.jboss.as.controller.SubsystemRegistration;
import org.jboss.as.controller.operations.common.GenericSubsystemDescribeHandler;
import org.jboss.as.controller.parsing.ExtensionParsingContext;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.lucina.subsystem.model.LucinaSchema;
import org.lucina.subsystem.model.Running;
import org.lucina.subsystem.model.ServerResource;
import org.wildfly.subsystem.SubsystemPersistence;

/** The WildFly extension {@code org.lucina.subsystem}, with its one subsystem {@code lucina}. */
public final class LucinaExtension implements Extension {
  /** Name of the subsystem. */
  public static final String SUBSYSTEM = "lucina";

  private static final ModelVersion VERSION = ModelVersion.create(1, 0, 0);

  private final SubsystemPersistence<LucinaSchema> persistence =
      SubsystemPersistence.of(EnumSet.allOf(LucinaSchema.class));

  @Override
  public void initialize(ExtensionContext context) {
    SubsystemRegistration subsystem = context.registerSubsystem(SUBSYSTEM, VERSION);
    ManagementResourceRegistration root =
        subsystem.registerSubsystemModel(
            new ServerResource(
                new Running(new AtomicReference<>()), context.isRuntimeOnlyRegistrationValid()));
    root.registerOperationHandler(
        GenericSubsystemDescribeHandler.DEFINITION, GenericSubsystemDescribeHandler.INSTANCE);
    subsystem.registerXMLElementWriter(persistence.getWriter(context.getStability()));
  }

  @Override
  public void initializeParsers(ExtensionParsingContext context) {
    for (LucinaSchema schema : persistence.getSchemas()) {
      context.setSubsystemXmlMapping(
          SUBSYSTEM, schema.getNamespace().getUri(), persistence.getReader(schema));
    }
  }
}
