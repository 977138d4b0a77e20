package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.Status;

/** Sends single objects by C-STORE, in a transfer syntax that the peer accepted. */
final class ObjectSender {
  private final ObjectReader reader;

  ObjectSender(ObjectReader reader) {
    this.reader = reader;
  }

  /**
   * Sends one object.
   *
   * @return the status of the C-STORE; when it could not be sent a failure of our own
   */
  int send(
      Association association,
      InstanceRecord object,
      Optional<Association.MoveOriginator> originator) {
    Map<String, AcceptedContext> contexts =
        association.contextsFor(object.sopClass()).stream()
            .collect(
                Collectors.toMap(
                    AcceptedContext::transferSyntax, context -> context, (first, next) -> first));
    Optional<String> syntax = reader.outgoingSyntax(object, contexts.keySet());
    if (syntax.isEmpty()) {
      notSent(association, object, "it accepts no transfer syntax for it");
      return Status.SOP_CLASS_NOT_SUPPORTED;
    }
    try {
      int status =
          association
              .store(
                  contexts.get(syntax.get()),
                  object.sopClass(),
                  object.sopInstance(),
                  originator,
                  out -> reader.writeDataSet(object, syntax.get(), out))
              .status();
      if (status != Status.SUCCESS && !SubOperations.isWarning(status)) {
        notSent(association, object, String.format("status %04X", status));
      }
      return status;
    } catch (IOException e) {
      notSent(association, object, String.valueOf(e.getMessage()));
      return Status.PROCESSING_FAILURE;
    }
  }

  private static void notSent(Association association, InstanceRecord object, String reason) {
    ArchiveLog.LOG.notSent(object.sopInstance(), association.remoteAeTitle(), reason);
  }
}
