package org.lucina.observer.orthanc;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the observer of Orthanc, LUCINA0700 to LUCINA0709. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface ChangesLogger extends BasicLogger {
  ChangesLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), ChangesLogger.class, "org.lucina.observer.orthanc");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 700,
      value =
          "Observer %s: %s has another database than the one in which change %d was told last;"
              + " all of its changes are told from the first")
  void reset(String observer, String orthanc, long change);
}
