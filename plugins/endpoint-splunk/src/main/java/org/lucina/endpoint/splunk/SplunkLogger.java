package org.lucina.endpoint.splunk;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the Splunk endpoint, LUCINA0580 to LUCINA0589. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface SplunkLogger extends BasicLogger {
  SplunkLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), SplunkLogger.class, "org.lucina.endpoint.splunk");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 580, value = "%d events that Splunk found are no dixels and were passed over")
  void passedOver(long events);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 581, value = "Search job %s was left to expire in Splunk: %s")
  void jobLeft(String job, String fault);
}
