package org.lucina.net;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Many C-STOREs on a session, as many under way at once as the window allows (PS3.7 D.3.3.3). */
final class PipelinedStore {
  /** Responses that pile up must fit the socket buffers, since nobody reads them meanwhile. */
  private static final int MAX_OUTSTANDING = 64;

  private final Session session;
  private final Iterator<Association.StoreOperation> operations;
  private final Association.StoreSink outcome;
  private final Map<Integer, Association.StoreOperation> outstanding = new HashMap<>();
  private final int window;
  private boolean wanted = true;

  PipelinedStore(
      Session session,
      Iterator<Association.StoreOperation> operations,
      Association.StoreSink outcome) {
    this.session = session;
    this.operations = operations;
    this.outcome = outcome;
    int granted = session.maxOperationsInvoked();
    this.window = granted == 0 ? MAX_OUTSTANDING : Math.min(granted, MAX_OUTSTANDING);
  }

  void run() throws IOException {
    try {
      while (wanted && operations.hasNext()) {
        send(operations.next());
        while (outstanding.size() == window || !outstanding.isEmpty() && session.hasInput()) {
          receive();
        }
      }
    } finally {
      // Also when a source of data failed: the responses due must not confuse what comes next.
      while (session.isOpen() && !outstanding.isEmpty()) {
        receive();
      }
    }
  }

  private void send(Association.StoreOperation operation) throws IOException {
    int messageId = session.nextMessageId();
    session.send(
        operation.context(),
        Messages.store(
            operation.sopClass(), operation.sopInstance(), messageId, operation.moveOriginator()),
        Optional.of(operation.data()));
    outstanding.put(messageId, operation);
  }

  private void receive() throws IOException {
    Command command = session.awaitResponse();
    Association.StoreOperation operation = outstanding.remove(command.messageId());
    if (operation == null) {
      throw session.stray(command);
    }
    boolean taken = false;
    try {
      wanted &= outcome.accept(operation, session.response(command));
      taken = true;
    } finally {
      if (!taken) {
        session.abort();
      }
    }
  }
}
