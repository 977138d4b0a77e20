package org.lucina.archive.access;

import java.util.Optional;
import org.lucina.net.Association;

/** Tells who asks on an association. */
public final class Requestors {

  private Requestors() {}

  /** The application entity on the other side of an association that was accepted. */
  public static Requestor of(Association association) {
    return new Requestor(
        association.remoteAeTitle(),
        Requestor.Protocol.DIMSE,
        association.remoteAddress().getAddress().getHostAddress(),
        Optional.of(association.request().calledAeTitle()),
        false);
  }
}
