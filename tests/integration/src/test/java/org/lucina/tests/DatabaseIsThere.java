package org.lucina.tests;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests of the server, and says why, where the database for its index cannot run. */
final class DatabaseIsThere implements ExecutionCondition {
  /** The system property that holds the reason. */
  static final String MISSING = "lucina.tests.database-missing";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String reason = System.getProperty(MISSING);
    return reason == null
        ? ConditionEvaluationResult.enabled("the database is there")
        : ConditionEvaluationResult.disabled(reason);
  }
}
