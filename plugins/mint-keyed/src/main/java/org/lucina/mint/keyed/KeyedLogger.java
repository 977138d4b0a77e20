package org.lucina.mint.keyed;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All messages of the keyed mints, LUCINA0720 to LUCINA0729. */
@MessageLogger(projectCode = "LUCINA", length = 4)
interface KeyedLogger extends BasicLogger {
  KeyedLogger LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), KeyedLogger.class, "org.lucina.mint.keyed");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 720,
      value =
          "Made the key %s: keep a copy, since without it the same originals get other identifiers")
  void made(Path file);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 721, value = "Others than its owner could read the key %s; they no longer can")
  void closed(Path file);
}
