package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.server.LucinaServer;

/**
 * Storage Commitment Push Model (PS3.4 J.3): takes the request, checks the objects, and reports on
 * the same association, or on a new one when that is gone.
 */
final class CommitmentService implements DimseService {
  private static final int REQUEST_COMMITMENT = 1;

  private final CommitmentCheck check;
  private final CommitmentReporter reporter;
  private final LucinaServer server;

  CommitmentService(CommitmentCheck check, CommitmentReporter reporter, LucinaServer server) {
    this.check = check;
    this.reporter = reporter;
    this.server = server;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.N_ACTION);
    String instance = Requests.required(exchange, Tag.RequestedSOPInstanceUID);
    if (!instance.equals(UID.StorageCommitmentPushModelInstance)) {
      throw new DimseException(Status.NO_SUCH_SOP_INSTANCE, "not the well-known instance");
    }
    if (exchange.command().integer(Tag.ActionTypeID).orElse(0) != REQUEST_COMMITMENT) {
      throw new DimseException(
          Status.NO_SUCH_ACTION_TYPE, "action is not known", List.of(Tag.ActionTypeID), null);
    }
    CommitmentRequest request = CommitmentRequest.read(exchange.readData());
    DataSet fields =
        new DataSet()
            .set(Tag.AffectedSOPClassUID, VR.UI, UID.StorageCommitmentPushModel)
            .set(Tag.AffectedSOPInstanceUID, VR.UI, instance)
            .set(Tag.ActionTypeID, VR.US, REQUEST_COMMITMENT);
    exchange.respond(Status.SUCCESS, fields, Optional.empty());
    CommitmentCheck.Outcome outcome = check.check(request, server.settings().localAeTitle());
    ArchiveLog.LOG.committed(
        request.transaction(),
        exchange.association().remoteAeTitle(),
        outcome.safe(),
        outcome.failed());
    reporter.report(exchange, request.transaction(), outcome);
  }
}
