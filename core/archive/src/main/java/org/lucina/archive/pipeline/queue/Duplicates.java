package org.lucina.archive.pipeline.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/** Messages that the broker refuses because it remembers them. */
final class Duplicates {
  private Duplicates() {}

  /** What the broker remembers: of one length, and without what the name may tell in its log. */
  static String id(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether that is why a message was refused. */
  static boolean isOne(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ActiveMQDuplicateIdException
          || cause instanceof ActiveMQException known
              && known.getType() == ActiveMQExceptionType.DUPLICATE_ID_REJECTED) {
        return true;
      }
    }
    return false;
  }
}
