package org.lucina.archive.pipeline.queue;

import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;

/** Tells whether the broker refused a message because it remembers its name. */
final class Duplicates {
  private Duplicates() {}

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
