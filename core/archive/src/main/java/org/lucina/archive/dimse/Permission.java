package org.lucina.archive.dimse;

import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.SopClassKind;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** Lets a service serve only those that may use it, by the rules in force now. */
final class Permission {

  private Permission() {}

  static DimseService checked(AeAccess access, SopClassKind kind, DimseService service) {
    return exchange -> {
      check(access, kind, exchange);
      service.serve(exchange);
    };
  }

  private static void check(AeAccess access, SopClassKind kind, Exchange exchange)
      throws DimseException {
    if (!access.allows(exchange.association().remoteAeTitle(), kind)) {
      throw new DimseException(Status.NOT_AUTHORIZED, "not allowed to this AE");
    }
  }
}
