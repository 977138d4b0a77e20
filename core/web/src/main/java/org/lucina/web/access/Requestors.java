package org.lucina.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.access.Requestor.Protocol;

/** Tells who makes an HTTP request. */
public final class Requestors {

  private Requestors() {}

  /** The user of a request; one who is {@code deidentified} and not {@code reader} sees less. */
  public static Requestor of(HttpServletRequest request, Protocol protocol) {
    Principal user = request.getUserPrincipal();
    boolean all = request.isUserInRole(Roles.READER) || request.isUserInRole(Roles.ADMIN);
    return new Requestor(
        user == null ? "" : user.getName(),
        protocol,
        request.getRemoteAddr(),
        Optional.empty(),
        !all && request.isUserInRole(Roles.DEIDENTIFIED));
  }
}
