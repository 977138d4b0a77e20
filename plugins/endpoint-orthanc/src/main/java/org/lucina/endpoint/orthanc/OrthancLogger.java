package org.lucina.endpoint.orthanc;

import java.lang.invoke.MethodHandles;
import java.net.URI;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the Orthanc endpoint, LUCINA0540 to LUCINA0549. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface OrthancLogger extends BasicLogger {
  OrthancLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), OrthancLogger.class, "org.lucina.endpoint.orthanc");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 540, value = "%s has instance %s with other bytes than were put: they are replaced")
  void replaces(URI address, String instance);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 541,
      value = "%s keeps the bytes that it has of instance %s, which are others than were put")
  void keeps(URI address, String instance);
}
