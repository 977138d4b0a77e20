package org.lucina.archive.logging;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What pipelines log, each message with its code; UIDs only, no patient data. */
@MessageLogger(projectCode = "LUCINA", length = 4)
public interface PipelineLog {
  /** The messages of pipelines, category {@code org.lucina.archive.pipeline}. */
  PipelineLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(),
          PipelineLog.class,
          "org.lucina.archive.pipeline");

  @LogMessage(level = WARN)
  @Message(id = 730, value = "Pipeline %s failed at step %s for good: %s %s: %s")
  void failed(String pipeline, String step, String kind, String reference, String reason);

  @LogMessage(level = DEBUG)
  @Message(id = 731, value = "Pipeline %s tries step %s again in %s: %s %s: %s")
  void again(
      String pipeline, String step, String delay, String kind, String reference, String reason);

  @LogMessage(level = DEBUG)
  @Message(id = 732, value = "Pipeline %s drops at step %s: %s %s: %s")
  void dropped(String pipeline, String step, String kind, String reference, String reason);

  @LogMessage(level = WARN)
  @Message(id = 733, value = "Pipeline %s: step %s told nobody of %s %s and goes on: %s")
  void notTold(String pipeline, String step, String kind, String reference, String reason);

  @LogMessage(level = WARN)
  @Message(id = 734, value = "Pipeline %s: observer %s is in trouble: %s")
  void troubled(String pipeline, String observer, String problem);

  @LogMessage(level = WARN)
  @Message(id = 735, value = "Pipeline %s cannot reach its queue or the database; trying again")
  void unreachable(String pipeline, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(
      id = 736,
      value = "Pipeline %s: work that was interrupted has not ended after %d seconds")
  void stubborn(String pipeline, long seconds);

  @LogMessage(level = INFO)
  @Message(id = 737, value = "Pipeline %s is drained and stops")
  void drained(String pipeline);

  @LogMessage(level = ERROR)
  @Message(id = 738, value = "Pipeline %s: observer %s does not begin; trying again")
  void notObserved(String pipeline, String observer, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 739, value = "Pipeline %s: the observation of %s does not end well")
  void observationNotEnded(String pipeline, String observer, @Cause Throwable cause);

  @LogMessage(level = INFO)
  @Message(id = 740, value = "Pipeline %s ends at step %s: %s %s: %s")
  void gone(String pipeline, String step, String kind, String reference, String reason);

  @LogMessage(level = WARN)
  @Message(
      id = 741,
      value = "Pipeline %s: the observation of %s has not ended after %d seconds and is left")
  void observationGoesOn(String pipeline, String observer, long seconds);
}
