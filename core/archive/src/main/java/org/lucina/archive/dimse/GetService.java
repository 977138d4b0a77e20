package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.ObjectTally;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.access.Requestors;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceScope;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;

/** Retrieve by C-GET (PS3.4 C.4.3): sends the objects on the association of the request. */
final class GetService implements DimseService {
  private final ArchiveIndex index;
  private final ObjectSender sender;
  private final AuditTrail audit;

  GetService(ArchiveIndex index, ObjectSender sender, AuditTrail audit) {
    this.index = index;
    this.sender = sender;
    this.audit = audit;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.C_GET);
    InstanceScope scope = RetrieveScope.of(Identifier.read(exchange));
    Association association = exchange.association();
    Requestor requestor = Requestors.of(association);
    RetrievePlan plan = RetrievePlan.of(index, scope, requestor.deidentifiedOnly());
    ObjectTally tally = new ObjectTally(AuditTrail.Event.RETRIEVE, requestor, "");
    Retrieval retrieval =
        new Retrieval(exchange, new SubOperations(exchange, plan.objects()), tally);
    Batches batches =
        new Batches(
            objects -> new Sending(sender, objects, Optional.empty(), retrieval).by(association));
    index.instances(
        scope,
        requestor.deidentifiedOnly(),
        object -> {
          batches.add(object);
          return association.isOpen() && !retrieval.isOver();
        });
    batches.finish();
    tally.write(audit);
    retrieval.finish();
  }
}
