package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.net.Association;
import org.lucina.net.Response;
import org.lucina.net.Status;

/**
 * Some objects on their way by C-STORE, several at once as far as the association's asynchronous
 * operations window goes. Each gets one outcome, unless the retrieval ends before it is sent.
 */
final class Sending {
  private final ObjectSender sender;
  private final Optional<Association.MoveOriginator> originator;
  private final Retrieval retrieval;
  private final Deque<InstanceRecord> waiting;
  private final Map<Association.StoreOperation, InstanceRecord> underWay = new LinkedHashMap<>();
  private int answered;

  Sending(
      ObjectSender sender,
      List<InstanceRecord> objects,
      Optional<Association.MoveOriginator> originator,
      Retrieval retrieval) {
    this.sender = sender;
    this.waiting = new ArrayDeque<>(objects);
    this.originator = originator;
    this.retrieval = retrieval;
  }

  /** Whether there is more to send, and the peer still wants it. */
  boolean hasMore() {
    return !waiting.isEmpty() && retrieval.goesOn();
  }

  /**
   * Sends what it can, until the association ends.
   *
   * @return how many were answered
   */
  int by(Association association) {
    answered = 0;
    while (association.isOpen() && hasMore()) {
      Operations operations = new Operations(association);
      try {
        association.storeAll(operations, operations::answered);
      } catch (IOException e) {
        // On an association that is still open only one has failed: all others were answered.
        fail(association, String.valueOf(e.getMessage()));
      }
    }
    return answered;
  }

  /** Sends none of the rest. */
  void failRest(int status) {
    while (hasMore()) {
      retrieval.ended(waiting.remove(), status);
    }
  }

  private void fail(Association association, String reason) {
    for (InstanceRecord object : underWay.values()) {
      sender.notSent(object, association.remoteAeTitle(), reason);
      retrieval.ended(object, Status.PROCESSING_FAILURE);
    }
    underWay.clear();
  }

  /** Turns waiting objects into operations; what the peer does not take fails at once. */
  private final class Operations implements Iterator<Association.StoreOperation> {
    private final Association association;
    private Optional<Association.StoreOperation> next = Optional.empty();

    Operations(Association association) {
      this.association = association;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && hasMore()) {
        InstanceRecord object = waiting.remove();
        next = sender.operation(association, object, originator);
        next.ifPresentOrElse(
            operation -> underWay.put(operation, object),
            () -> {
              sender.notSent(
                  object, association.remoteAeTitle(), "it accepts no transfer syntax for it");
              retrieval.ended(object, Status.SOP_CLASS_NOT_SUPPORTED);
            });
      }
      return next.isPresent();
    }

    private boolean answered(Association.StoreOperation operation, Response response) {
      InstanceRecord object = underWay.remove(operation);
      answered++;
      int status = response.status();
      if (status != Status.SUCCESS && !SubOperations.isWarning(status)) {
        sender.notSent(object, association.remoteAeTitle(), String.format("status %04X", status));
      }
      return retrieval.ended(object, status);
    }

    @Override
    public Association.StoreOperation next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Association.StoreOperation operation = next.get();
      next = Optional.empty();
      return operation;
    }
  }
}
