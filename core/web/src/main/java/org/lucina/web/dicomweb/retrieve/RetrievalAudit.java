package org.lucina.web.dicomweb.retrieve;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.dicomweb.Uid;

/** Records retrievals in the audit trail when they end. */
@Dependent
public class RetrievalAudit {
  private final AuditTrail audit;

  /** Records in the archive's trail. */
  @Inject
  public RetrievalAudit(AuditTrail audit) {
    this.audit = audit;
  }

  /** To be told how a retrieval ended. */
  public Consumer<Boolean> recorder(InstancePath path, Requestor requestor, String what) {
    String series = path.series().map(uid -> " of series " + uid).orElse("");
    return success ->
        audit.record(
            AuditTrail.Event.RETRIEVE,
            requestor,
            List.of(path.study().value()),
            path.instance().map(Uid::value).stream().toList(),
            success,
            what + series);
  }
}
