package org.lucina.archive.pipeline.queue;

import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/** Messages that the broker refuses because it remembers them. */
final class Duplicates {
  private Duplicates() {}

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
