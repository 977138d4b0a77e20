package org.lucina.net;

import org.lucina.net.pdu.AssociateRj;

/** The peer has answered A-ASSOCIATE-RJ (PS3.8 9.3.4). */
public final class RejectedException extends AssociationException {
  private static final long serialVersionUID = 1L;
  private static final int TRANSIENT = 2;

  private final boolean passing;

  RejectedException(AssociateRj rejection) {
    super("The peer: " + rejection.describe());
    this.passing = rejection.result() == TRANSIENT;
  }

  /** Whether the same request may be accepted later. */
  public boolean isTransient() {
    return passing;
  }
}
