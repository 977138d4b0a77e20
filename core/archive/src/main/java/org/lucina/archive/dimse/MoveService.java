package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.ObjectTally;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.access.Requestors;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceScope;
import org.lucina.dicom.Tag;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.PresentationContext;
import org.lucina.net.Status;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;

/** Retrieve by C-MOVE (PS3.4 C.4.2): sends the objects to a configured AE. */
final class MoveService implements DimseService {
  private final ArchiveIndex index;
  private final ObjectSender sender;
  private final LucinaServer server;
  private final AuditTrail audit;

  MoveService(ArchiveIndex index, ObjectSender sender, LucinaServer server, AuditTrail audit) {
    this.index = index;
    this.sender = sender;
    this.server = server;
    this.audit = audit;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.C_MOVE);
    InstanceScope scope = RetrieveScope.of(Identifier.read(exchange));
    String title = Requests.required(exchange, Tag.MoveDestination);
    RemoteAe destination =
        server
            .remoteAe(title)
            .orElseThrow(
                () ->
                    new DimseException(
                        Status.MOVE_DESTINATION_UNKNOWN,
                        "destination is not configured",
                        List.of(Tag.MoveDestination),
                        null));
    Requestor requestor = Requestors.of(exchange.association());
    RetrievePlan plan = RetrievePlan.of(index, scope, requestor.deidentifiedOnly());
    ObjectTally tally =
        new ObjectTally(AuditTrail.Event.RETRIEVE, requestor, " to " + destination.aeTitle());
    Retrieval retrieval =
        new Retrieval(exchange, new SubOperations(exchange, plan.objects()), tally);
    Association.MoveOriginator originator =
        new Association.MoveOriginator(
            requestor.name(), exchange.command().integer(Tag.MessageID).orElse(0));
    for (List<PresentationContext> proposal : plan.proposals()) {
      try (MoveDestination target =
          new MoveDestination(destination, server.settings().localAeTitle(), proposal)) {
        Batches batches =
            new Batches(
                objects ->
                    target.send(new Sending(sender, objects, Optional.of(originator), retrieval)));
        index.instances(
            scope,
            requestor.deidentifiedOnly(),
            object -> {
              if (target.takes(object.sopClass())) {
                batches.add(object);
              }
              return !retrieval.isOver();
            });
        batches.finish();
      }
      if (retrieval.isOver()) {
        break;
      }
    }
    tally.write(audit);
    retrieval.finish();
  }
}
