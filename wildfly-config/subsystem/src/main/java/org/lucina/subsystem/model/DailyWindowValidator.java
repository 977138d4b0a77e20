package org.lucina.subsystem.model;

import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.operations.validation.ModelTypeValidator;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.pipeline.DailyWindow;

/** Checks daily windows such as {@code 20:00-06:00}. */
final class DailyWindowValidator extends ModelTypeValidator {
  DailyWindowValidator() {
    super(ModelType.STRING, true, true);
  }

  @Override
  public void validateParameter(String name, ModelNode value) throws OperationFailedException {
    super.validateParameter(name, value);
    if (value.isDefined() && value.getType() != ModelType.EXPRESSION) {
      try {
        DailyWindow.parse(value.asString());
      } catch (IllegalArgumentException e) {
        throw new OperationFailedException(e.getMessage(), e);
      }
    }
  }
}
