package org.lucina.bench.client;

import java.net.InetSocketAddress;
import org.lucina.net.Association;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Exchange;

/** Tells whoever runs a benchmark of associations that went wrong. */
final class FaultsToStandardError implements AssociationLog {

  @Override
  public void opened(Association association) {
    // As it should be.
  }

  @Override
  public void rejected(
      AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection rejection) {
    System.err.println("bench: rejected " + request.callingAeTitle() + ": " + rejection);
  }

  @Override
  public void closed(Association association, Throwable fault) {
    if (fault != null) {
      System.err.println("bench: association with " + association.remoteAeTitle() + ": " + fault);
    }
  }

  @Override
  public void failed(InetSocketAddress peer, Throwable fault) {
    System.err.println("bench: connection from " + peer + ": " + fault);
  }

  @Override
  public void serviceFailed(Exchange exchange, Throwable fault) {
    System.err.println("bench: " + exchange.type() + ": " + fault);
  }
}
