package org.lucina.endpoint.csv;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the CSV endpoint, LUCINA0550 to LUCINA0559. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface CsvLogger extends BasicLogger {
  CsvLogger LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), CsvLogger.class, "org.lucina.endpoint.csv");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 550, value = "%d bytes of a row that a crash left unfinished were cut off %s")
  void mended(long bytes, Path file);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 551, value = "%d rows of %s have no identifier and are passed over")
  void nameless(long rows, Path file);
}
