package org.lucina.net;

import java.util.Map;
import java.util.Optional;

/**
 * What the two sides of an association agreed on.
 *
 * @param request what was proposed
 * @param contexts accepted presentation contexts
 * @param peerMaxPduLength bytes of P-DATA-TF that the peer takes, 0 for no limit
 * @param window asynchronous operations, as seen by the requestor
 * @param extended the acceptor's SOP class extended negotiation
 * @param identityResponse the acceptor's answer to the user identity
 */
record Negotiated(
    AssociationRequest request,
    ContextTable contexts,
    int peerMaxPduLength,
    Window window,
    Map<String, byte[]> extended,
    Optional<byte[]> identityResponse) {

  /** Operations that the requestor has outstanding, and performs, at once; 0 for no limit. */
  record Window(int invoked, int performed) {

    /** Operations that a side may have outstanding at once. */
    int invokedBy(boolean requestor) {
      return requestor ? invoked : performed;
    }
  }
}
