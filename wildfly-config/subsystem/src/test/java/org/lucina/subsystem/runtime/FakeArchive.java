package org.lucina.subsystem.runtime;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.lucina.net.Association;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Exchange;

/** Lets everybody in and takes what is proposed first. */
final class FakeArchive implements AssociationPolicy, AssociationLog {

  @Override
  public Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
    return Optional.empty();
  }

  @Override
  public Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed) {
    return proposed.stream().findFirst();
  }

  @Override
  public boolean supports(AssociationRequest request, String abstractSyntax) {
    return true;
  }

  @Override
  public void opened(Association association) {}

  @Override
  public void rejected(AssociationRequest request, InetSocketAddress peer, Rejection rejection) {}

  @Override
  public void closed(Association association, Throwable fault) {}

  @Override
  public void failed(InetSocketAddress peer, Throwable fault) {}

  @Override
  public void serviceFailed(Exchange exchange, Throwable fault) {}
}
