package org.lucina.storage.filesystem;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the filesystem storage, LUCINA0400 to LUCINA0449. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface FilesystemLogger extends BasicLogger {
  FilesystemLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), FilesystemLogger.class, "org.lucina.storage.filesystem");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 400, value = "%d unfinished objects of an earlier run were removed from %s")
  void removedUnfinished(int count, Path folder);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 401, value = "%s cannot be removed; it is tried again at the next start")
  void notRemoved(Path file, @Cause Throwable cause);
}
