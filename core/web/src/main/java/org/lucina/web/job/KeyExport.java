package org.lucina.web.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.web.dicomweb.retrieve.GuardedOutput;

/** Hands the key file of a job out, and has the audit trail tell to whom. */
final class KeyExport {
  private KeyExport() {}

  static GuardedOutput of(String job, Path file, AuditTrail audit, Requestor requestor) {
    String what = "key of job " + job;
    return new GuardedOutput(
        "GET " + what,
        out -> Files.copy(file, out),
        done -> audit.record(AuditTrail.Event.EXPORT, requestor, List.of(), List.of(), done, what));
  }
}
