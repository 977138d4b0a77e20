package org.lucina.subsystem.runtime;

import java.net.InetAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.UserIdentity;

/** A policy that lets in only some called AE titles and leaves the rest to the archive's. */
final class ListenerPolicy implements AssociationPolicy {
  private final Set<String> calledAeTitles;
  private final RemoteAes remoteAes;
  private final AssociationPolicy archive;

  ListenerPolicy(Set<String> calledAeTitles, RemoteAes remoteAes, AssociationPolicy archive) {
    this.calledAeTitles = calledAeTitles;
    this.remoteAes = remoteAes;
    this.archive = archive;
  }

  @Override
  public Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
    if (!calledAeTitles.isEmpty() && !calledAeTitles.contains(request.calledAeTitle().trim())) {
      return Optional.of(Rejection.CALLED_AE_TITLE);
    }
    return archive.admit(request, peer, tlsPeer);
  }

  @Override
  public Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed) {
    return archive.chooseTransferSyntax(request, abstractSyntax, proposed);
  }

  @Override
  public boolean supports(AssociationRequest request, String abstractSyntax) {
    return archive.supports(request, abstractSyntax);
  }

  @Override
  public Optional<byte[]> extendedNegotiation(
      AssociationRequest request, String sopClass, byte[] proposed) {
    return archive.extendedNegotiation(request, sopClass, proposed);
  }

  @Override
  public byte[] userIdentityResponse(AssociationRequest request, UserIdentity identity) {
    return archive.userIdentityResponse(request, identity);
  }

  @Override
  public OptionalInt associationLimit(String callingAeTitle) {
    OptionalInt own = archive.associationLimit(callingAeTitle);
    return own.isPresent()
        ? own
        : remoteAes
            .find(callingAeTitle)
            .map(ae -> ae.maxAssociations())
            .orElse(OptionalInt.empty());
  }
}
