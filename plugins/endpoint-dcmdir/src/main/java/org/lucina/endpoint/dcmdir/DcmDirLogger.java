package org.lucina.endpoint.dcmdir;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the directory endpoint, LUCINA0500 to LUCINA0519. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface DcmDirLogger extends BasicLogger {
  DcmDirLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), DcmDirLogger.class, "org.lucina.endpoint.dcmdir");

  /** Names are not told: files and folders may be called after patients. */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 500, value = "%d files or folders below %s cannot be read and were passed over")
  void unreadable(long number, Path root);
}
