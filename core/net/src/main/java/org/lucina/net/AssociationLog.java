package org.lucina.net;

import java.net.InetSocketAddress;

/** Is told of associations as they come and go; thread-safe. */
public interface AssociationLog {

  /** One was accepted. */
  void opened(Association association);

  /** One was rejected. */
  void rejected(
      AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection rejection);

  /** One ended; the fault is null when it was released. */
  void closed(Association association, Throwable fault);

  /** A connection ended before there was an association. */
  void failed(InetSocketAddress peer, Throwable fault);

  /** A service threw what it should not have; the peer got status 0110. */
  void serviceFailed(Exchange exchange, Throwable fault);
}
