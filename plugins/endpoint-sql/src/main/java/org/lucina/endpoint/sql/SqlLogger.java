package org.lucina.endpoint.sql;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.lucina.spi.dixel.Dixel;

/** All messages of the SQL endpoint, LUCINA0560 to LUCINA0569. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface SqlLogger extends BasicLogger {
  SqlLogger LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), SqlLogger.class, "org.lucina.endpoint.sql");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 560, value = "Table %s was created")
  void created(String table);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 561, value = "Column %s was added to table %s")
  void added(String column, String table);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 562, value = "%s of %s is none that its column can hold, and was left out")
  void leftOut(String attribute, Dixel dixel);
}
