package org.lucina.endpoint.xnat;

import java.lang.invoke.MethodHandles;
import java.net.URI;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the XNAT endpoint, LUCINA0630 to LUCINA0639. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface XnatLogger extends BasicLogger {
  XnatLogger LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), XnatLogger.class, "org.lucina.endpoint.xnat");

  /** It ends by itself. */
  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 630, value = "The session at %s was left without a log-out: %s")
  void notLoggedOut(URI server, String problem);
}
