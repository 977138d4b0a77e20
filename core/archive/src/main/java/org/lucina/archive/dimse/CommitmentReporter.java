package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.DimseCommand;
import org.lucina.net.Exchange;
import org.lucina.net.PresentationContext;
import org.lucina.net.Status;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;

/** Reports the outcome of storage commitments by N-EVENT-REPORT (PS3.4 J.3.3). */
final class CommitmentReporter {
  private static final int ALL_SAFE = 1;
  private static final int FAILURES_EXIST = 2;
  private static final List<Long> RETRIES_SECONDS = List.of(1L, 30L, 300L);
  private static final List<PresentationContext> PROPOSAL =
      List.of(
          new PresentationContext(
              1,
              UID.StorageCommitmentPushModel,
              List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian)));
  private static final Map<String, AssociationRequest.Role> AS_PROVIDER =
      Map.of(UID.StorageCommitmentPushModel, new AssociationRequest.Role(false, true));

  private final LucinaServer server;
  private final ScheduledExecutorService later;

  CommitmentReporter(LucinaServer server, ScheduledExecutorService later) {
    this.server = server;
    this.later = later;
  }

  /** Reports on the association of the request; should that fail, later on a new one. */
  void report(Exchange exchange, String transaction, CommitmentCheck.Outcome outcome) {
    String peer = exchange.association().remoteAeTitle();
    try {
      if (deliver(exchange.association(), exchange.context(), outcome)) {
        return;
      }
    } catch (IOException e) {
      ArchiveLog.LOG.commitmentRetried(transaction, peer, String.valueOf(e.getMessage()));
    }
    retry(peer, transaction, outcome, 0);
  }

  private void retry(
      String peer, String transaction, CommitmentCheck.Outcome outcome, int attempt) {
    later.schedule(
        () -> reportAnew(peer, transaction, outcome, attempt),
        RETRIES_SECONDS.get(attempt),
        TimeUnit.SECONDS);
  }

  private void reportAnew(
      String peer, String transaction, CommitmentCheck.Outcome outcome, int attempt) {
    String reason = "it refuses the report";
    Optional<RemoteAe> remote = server.remoteAe(peer);
    if (remote.isEmpty()) {
      ArchiveLog.LOG.commitmentNotReported(transaction, peer, "it is not configured");
      return;
    }
    String local = server.settings().localAeTitle();
    try (Association association =
        RemoteAssociations.open(remote.get(), local, PROPOSAL, AS_PROVIDER)) {
      Optional<AcceptedContext> context = association.contexts().stream().findFirst();
      if (context.isPresent() && deliver(association, context.get(), outcome)) {
        return;
      }
    } catch (IOException e) {
      reason = String.valueOf(e.getMessage());
    }
    if (attempt + 1 < RETRIES_SECONDS.size()) {
      ArchiveLog.LOG.commitmentRetried(transaction, peer, reason);
      retry(peer, transaction, outcome, attempt + 1);
    } else {
      ArchiveLog.LOG.commitmentNotReported(transaction, peer, reason);
    }
  }

  private static boolean deliver(
      Association association, AcceptedContext context, CommitmentCheck.Outcome outcome)
      throws IOException {
    DataSet fields =
        new DataSet()
            .set(Tag.AffectedSOPClassUID, VR.UI, UID.StorageCommitmentPushModel)
            .set(Tag.AffectedSOPInstanceUID, VR.UI, UID.StorageCommitmentPushModelInstance)
            .set(Tag.EventTypeID, VR.US, outcome.failed() == 0 ? ALL_SAFE : FAILURES_EXIST);
    return association
            .invoke(
                context,
                DimseCommand.N_EVENT_REPORT,
                fields,
                Optional.of(outcome.report()),
                pending -> true)
            .status()
        == Status.SUCCESS;
  }
}
