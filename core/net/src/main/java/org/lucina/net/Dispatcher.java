package org.lucina.net;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;

/** Has the requests that arrive on a session performed, and answers for services that fail. */
final class Dispatcher {
  private static final int MAX_NESTING = 16;

  private final Session session;
  private final Services services;
  private final int maxPerformed;
  private final ServiceFaults faults;
  private final Deque<ServedExchange> serving = new ArrayDeque<>();

  /**
   * Serves a session.
   *
   * @param maxPerformed requests in progress at most, 0 for no limit
   * @param faults told of services that fail in ways that they should not
   */
  Dispatcher(Session session, Services services, int maxPerformed, ServiceFaults faults) {
    this.session = session;
    this.services = services;
    this.maxPerformed = maxPerformed == 0 ? MAX_NESTING : Math.min(maxPerformed, MAX_NESTING);
    this.faults = faults;
  }

  /** Performs a request to its final response. */
  void perform(Command request, MessageInput messages) throws IOException {
    DimseCommand type = request.type().orElse(null);
    if (type == null) {
      refuse(
          request,
          new DimseException(Status.UNRECOGNIZED_OPERATION, "No such DIMSE operation"),
          messages);
    } else if (serving.size() >= maxPerformed) {
      refuse(
          request,
          new DimseException(
              Status.RESOURCE_LIMITATION, "More operations at once than were negotiated"),
          messages);
    } else {
      ServedExchange exchange = new ServedExchange(session, request, type, messages.data());
      serving.push(exchange);
      try {
        serve(exchange, request, type);
      } finally {
        serving.pop();
      }
    }
  }

  /** Marks a request in progress as cancelled; one that is over is left alone (PS3.7 9.3.2.3). */
  void cancel(int messageId) {
    serving.stream()
        .filter(exchange -> exchange.messageId() == messageId)
        .forEach(ServedExchange::cancel);
  }

  private void serve(ServedExchange exchange, Command request, DimseCommand type)
      throws IOException {
    try {
      services.find(request, type, session.isServingRequestor()).serve(exchange);
      if (!exchange.isAnswered()) {
        exchange.respond(Status.SUCCESS);
      }
    } catch (DimseException e) {
      fail(exchange, e);
    } catch (DicomFormatException e) {
      fail(exchange, exchange.unreadable(e));
    } catch (IOException | RuntimeException e) {
      if (!session.isOpen()) {
        throw e;
      }
      faults.report(exchange, e);
      if (!exchange.isAnswered()) {
        fail(exchange, new DimseException(Status.PROCESSING_FAILURE, "Internal error"));
      }
    }
  }

  private void fail(ServedExchange exchange, DimseException failure) throws IOException {
    if (exchange.isAnswered()) {
      faults.report(exchange, failure);
      return;
    }
    exchange.fail(failure.status(), failure.getMessage(), failure.offendingElements());
  }

  private void refuse(Command request, DimseException failure, MessageInput messages)
      throws IOException {
    messages.drain();
    DataSet fields = Messages.failure(failure.getMessage(), List.of());
    session.send(
        request.context(),
        Messages.response(request, failure.status(), fields, false),
        Optional.empty());
  }
}
