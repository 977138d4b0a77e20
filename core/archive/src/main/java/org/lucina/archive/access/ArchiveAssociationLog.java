package org.lucina.archive.access;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.net.Association;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Exchange;

/** Logs associations, and writes the audit messages of what one stored when it ends. */
public final class ArchiveAssociationLog implements AssociationLog {
  private final AuditTrail audit;
  private final Map<Association, ObjectTally> tallies = new ConcurrentHashMap<>();

  /** Writes to the audit trail. */
  public ArchiveAssociationLog(AuditTrail audit) {
    this.audit = audit;
  }

  /** The tally of what an association stores. */
  public ObjectTally tally(Association association) {
    return tallies.computeIfAbsent(
        association,
        any -> new ObjectTally(AuditTrail.Event.STORE, Requestors.of(association), ""));
  }

  @Override
  public void opened(Association association) {
    ArchiveLog.LOG.associationOpened(
        association.remoteAeTitle(), text(association.remoteAddress()));
  }

  @Override
  public void rejected(
      AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection rejection) {
    String reason = rejection.result() + "/" + rejection.source() + "/" + rejection.reason();
    ArchiveLog.LOG.associationRejected(
        request.callingAeTitle(), text(peer), request.calledAeTitle(), reason);
    Requestor requestor =
        new Requestor(
            request.callingAeTitle(),
            Requestor.Protocol.DIMSE,
            text(peer),
            Optional.of(request.calledAeTitle()),
            false);
    audit.record(
        AuditTrail.Event.LOGIN_FAILURE,
        requestor,
        List.of(),
        List.of(),
        false,
        "association rejected, " + reason);
  }

  @Override
  public void closed(Association association, Throwable fault) {
    ObjectTally tally = tallies.remove(association);
    if (tally != null) {
      tally.write(audit);
    }
    String address = text(association.remoteAddress());
    if (fault == null) {
      ArchiveLog.LOG.associationClosed(association.remoteAeTitle(), address);
    } else {
      ArchiveLog.LOG.associationBroken(
          association.remoteAeTitle(), address, String.valueOf(fault.getMessage()));
    }
  }

  @Override
  public void failed(InetSocketAddress peer, Throwable fault) {
    ArchiveLog.LOG.connectionFailed(text(peer), String.valueOf(fault.getMessage()));
  }

  @Override
  public void serviceFailed(Exchange exchange, Throwable fault) {
    ArchiveLog.LOG.serviceFailed(
        exchange.type().name(), exchange.association().remoteAeTitle(), fault);
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress() == null
        ? address.getHostString()
        : address.getAddress().getHostAddress();
  }
}
