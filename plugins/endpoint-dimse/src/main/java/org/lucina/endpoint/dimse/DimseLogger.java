package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the DIMSE endpoint, LUCINA0510 to LUCINA0519. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface DimseLogger extends BasicLogger {
  DimseLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), DimseLogger.class, "org.lucina.endpoint.dimse");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 510, value = "%s took instance %s with warning %s")
  void takenWithWarning(String peer, String instance, String status);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 511, value = "An object that came from %s was refused: %s")
  void refused(String aeTitle, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 512, value = "Received files could not be removed from %s")
  void notRemoved(String folder, @Cause IOException fault);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 513, value = "%s did what it was asked for, but did not end the association well")
  void notReleased(String peer, @Cause IOException fault);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 514, value = "An association that came for a retrieval was lost")
  void lost(@Cause Throwable fault);
}
