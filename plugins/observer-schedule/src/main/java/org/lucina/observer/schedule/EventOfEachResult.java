package org.lucina.observer.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.query.Query;

/**
 * An event for each result of a query.
 *
 * @param server that has the endpoint
 * @param endpoint that is asked, by name
 * @param template of the query
 */
record EventOfEachResult(ServerContext server, String endpoint, QueryTemplate template)
    implements Work {

  @Override
  public void run(
      ZonedDateTime due, ZonedDateTime last, String before, String after, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    Query query = template.at(due.toLocalDate(), last.toLocalDate());
    Batches batches = new Batches(sink, before);
    try {
      find().find(query, found -> batches.add(event(found, due)));
    } catch (EndpointException e) {
      batches.throwIfStopped();
      throw new ObserverException("endpoint '" + endpoint + "': " + e.getMessage(), e);
    }
    batches.throwIfStopped();
    batches.end(after);
  }

  @Override
  public void check() throws ObserverException {
    find();
  }

  private Endpoint find() throws ObserverException {
    Endpoint found =
        server
            .endpoint(endpoint)
            .orElseThrow(() -> new ObserverException("endpoint '" + endpoint + "' is not running"));
    if (!found.capabilities().operations().contains(Operation.FIND)) {
      throw new ObserverException("endpoint '" + endpoint + "' cannot find");
    }
    return found;
  }

  private static DixelEvent event(Dixel found, ZonedDateTime due) throws EndpointException {
    try {
      DataSet tags = found.tags();
      return new DixelEvent(
          id(found.reference(), due),
          DixelEvent.Kind.DUE,
          found.reference(),
          due.toInstant(),
          tags);
    } catch (IOException e) {
      throw new EndpointException(
          EndpointException.Reason.FAILED, "what was found cannot be read", e);
    }
  }

  /** By identifiers that may be a patient's, so a hash of them. */
  private static String id(Reference reference, ZonedDateTime due) {
    String all =
        String.join(
            "|",
            reference.level().name(),
            reference.patientId().orElse(""),
            reference.studyUid().orElse(""),
            reference.seriesUid().orElse(""),
            reference.instanceUid().orElse(""),
            reference.key().orElse(""));
    UUID hash = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    return due.toInstant() + " " + hash;
  }
}
