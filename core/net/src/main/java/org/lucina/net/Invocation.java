package org.lucina.net;

import java.io.IOException;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.UID;

/** One operation invoked on a session, to its final response. */
final class Invocation {
  private final Session session;
  private final int messageId;
  private boolean cancelled;

  Invocation(Session session) {
    this.session = session;
    this.messageId = session.nextMessageId();
  }

  Response echo() throws IOException {
    AcceptedContext context =
        session.contextsFor(UID.Verification).stream()
            .findFirst()
            .orElseThrow(() -> new AssociationException("The peer did not accept Verification"));
    return invoke(context, DimseCommand.C_ECHO, new DataSet(), Optional.empty(), response -> true);
  }

  Response store(Association.StoreOperation operation) throws IOException {
    session.send(
        operation.context(),
        Messages.store(
            operation.sopClass(), operation.sopInstance(), messageId, operation.moveOriginator()),
        Optional.of(operation.data()));
    return await(operation.context(), response -> true);
  }

  Response invoke(
      AcceptedContext context,
      DimseCommand type,
      DataSet fields,
      Optional<DataSet> data,
      Association.PendingSink pending)
      throws IOException {
    session.send(
        context,
        Messages.request(context, type, messageId, fields, data.isPresent()),
        data.map(set -> DataSets.source(set, context.transferSyntax())));
    return await(context, pending);
  }

  private Response await(AcceptedContext context, Association.PendingSink pending)
      throws IOException {
    while (true) {
      Command command = session.awaitResponse();
      if (command.messageId() != messageId) {
        throw session.stray(command);
      }
      boolean taken = false;
      try {
        Response response = session.response(command);
        if (!Status.isPending(response.status())) {
          taken = true;
          return response;
        }
        if (!cancelled && !pending.accept(response)) {
          cancelled = true;
          session.send(context, Messages.cancel(messageId), Optional.empty());
        }
        taken = true;
      } finally {
        if (!taken) {
          session.abort();
        }
      }
    }
  }
}
