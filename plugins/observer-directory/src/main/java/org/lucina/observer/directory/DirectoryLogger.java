package org.lucina.observer.directory;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the directory observer, LUCINA0670 to LUCINA0679. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface DirectoryLogger extends BasicLogger {
  DirectoryLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), DirectoryLogger.class, "org.lucina.observer.directory");

  /** Names are not told: files and folders may be called after patients. */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 670,
      value = "%d more files or folders below %s cannot be read; they are tried again now and then")
  void unreadable(int number, Path root);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 671,
      value = "Not all folders below %s can be watched (%s); new files there are found by scans")
  void unwatched(Path root, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 672, value = "More happened below %s than the system could tell: it is scanned")
  void overflow(Path root);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 674,
      value = "A file below %s is damaged or could no longer be read: not all in it was told")
  void passedOver(Path root);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 673, value = "Watching %s failed and is tried again")
  void failed(Path root, @Cause Throwable fault);
}
