package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.ObjectTally;
import org.lucina.archive.access.Requestors;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreRequest;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** Storage (PS3.4 B): streams the data set of a C-STORE into the archive. */
final class StorageService implements DimseService {
  private final ObjectStore store;
  private final ArchiveAssociationLog log;

  StorageService(ObjectStore store, ArchiveAssociationLog log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.C_STORE);
    ObjectTally tally = log.tally(exchange.association());
    StoreRequest request =
        new StoreRequest(
            Requestors.of(exchange.association()),
            Optional.of(TransferSyntax.of(exchange.context().transferSyntax())),
            Optional.of(Requests.required(exchange, Tag.AffectedSOPClassUID)),
            Optional.of(Requests.required(exchange, Tag.AffectedSOPInstanceUID)),
            Optional.empty());
    StoreOutcome outcome;
    try {
      outcome = store.store(request, exchange.data());
      tally.add(outcome.study(), outcome.sopInstance());
    } catch (StoreException e) {
      tally.fail();
      throw new DimseException(
          e.reason().dimseStatus(), String.valueOf(e.getMessage()), List.of(), e);
    }
    if (outcome.kind() == StoreOutcome.Kind.KEPT_OTHER) {
      // A warning, since what was sent is not what is kept; STOW-RS gives the same as its reason.
      DataSet comment =
          new DataSet().set(Tag.ErrorComment, "another object is kept under this SOP Instance UID");
      exchange.respond(Status.ELEMENTS_DISCARDED, comment, Optional.empty());
    } else {
      exchange.respond(Status.SUCCESS);
    }
  }
}
