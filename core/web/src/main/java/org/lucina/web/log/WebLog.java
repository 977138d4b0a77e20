package org.lucina.web.log;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The log messages of the web services, LUCINA0350 to LUCINA0399. */
@MessageLogger(projectCode = "LUCINA", length = 4)
public interface WebLog extends BasicLogger {
  /** The logger of the module. */
  WebLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), WebLog.class, "org.lucina.web");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 350, value = "Request %s %s failed")
  void requestFailed(String method, String path, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 351, value = "Response to %s was cut off: %s")
  void responseCutOff(String request, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 352, value = "Temporary file could not be deleted: %s")
  void spoolNotDeleted(String reason);
}
