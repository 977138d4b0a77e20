package org.lucina.storage.packs;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the packs storage, LUCINA0450 to LUCINA0499. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface PacksLogger extends BasicLogger {
  PacksLogger LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), PacksLogger.class, "org.lucina.storage.packs");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 450, value = "%d bytes of unfinished objects were cut off the end of %s")
  void cut(long bytes, Path segment);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 451, value = "damaged bytes from %d to %d of %s are passed over")
  void damaged(long from, long to, Path segment);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 452, value = "object %s is damaged: its checksum differs")
  void damagedObject(Location location);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 453, value = "%s is no segment that can be read; it is left as it is")
  void unreadable(Path segment);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 454, value = "%s takes no more objects: %s")
  void sealed(Path segment, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 455, value = "index of %s cannot be written; it is made anew at the next start")
  void indexNotWritten(Path segment, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 456, value = "%s was compacted: %d bytes of deleted objects were won back")
  void compacted(Path segment, long bytes);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 457, value = "%s cannot be compacted; it is tried again later")
  void notCompacted(Path segment, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 458, value = "%d objects were found in %d bytes at the end of %s")
  void scanned(int objects, long bytes, Path segment);
}
