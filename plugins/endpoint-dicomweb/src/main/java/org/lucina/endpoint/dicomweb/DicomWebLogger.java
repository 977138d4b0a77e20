package org.lucina.endpoint.dicomweb;

import java.lang.invoke.MethodHandles;
import java.net.URI;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the DICOMweb endpoint, LUCINA0520 to LUCINA0529. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface DicomWebLogger extends BasicLogger {
  DicomWebLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), DicomWebLogger.class, "org.lucina.endpoint.dicomweb");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 520, value = "%s has stored instance %s with warning %04X")
  void storedWithWarning(URI address, String instance, int reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 521, value = "%s had instance %s already")
  void duplicate(URI address, String instance);
}
