package org.lucina.subsystem.model;

import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.subsystem.LucinaLogger;

/** Checks AE titles (PS3.5 6.2): 1 to 16 characters, no backslash, no control, not all spaces. */
final class AeTitleValidator extends StringLengthValidator {

  AeTitleValidator() {
    super(1, 16, true, true);
  }

  @Override
  public void validateParameter(String name, ModelNode value) throws OperationFailedException {
    super.validateParameter(name, value);
    if (value.isDefined() && value.getType() != ModelType.EXPRESSION) {
      String title = value.asString();
      boolean legal = title.chars().allMatch(c -> c >= 0x20 && c <= 0x7e && c != '\\');
      if (!legal || title.isBlank()) {
        throw LucinaLogger.LOG.badAeTitle(title);
      }
    }
  }
}
