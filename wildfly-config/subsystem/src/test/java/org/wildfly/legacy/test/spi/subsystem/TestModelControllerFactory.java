package org.wildfly.legacy.test.spi.subsystem;

import org.jboss.as.controller.Extension;
import org.jboss.as.controller.extension.ExtensionRegistry;
import org.jboss.as.model.test.ModelTestModelControllerService;
import org.jboss.as.model.test.ModelTestOperationValidatorFilter;
import org.jboss.as.model.test.StringConfigurationPersister;
import org.jboss.as.subsystem.test.AdditionalInitialization;
import org.jboss.as.subsystem.test.ControllerInitializer;

/**
 * Stands in for the type of this name in wildfly-legacy-spi, which WildFly's subsystem tests need
 * to be loaded and which the Maven registry does not have.
 */
public interface TestModelControllerFactory {

  /** Makes the controller of a test. */
  ModelTestModelControllerService create(
      Extension mainExtension,
      ControllerInitializer controllerInitializer,
      AdditionalInitialization additionalInit,
      ExtensionRegistry extensionRegistry,
      StringConfigurationPersister persister,
      ModelTestOperationValidatorFilter validateOpsFilter,
      boolean registerTransformers);
}
