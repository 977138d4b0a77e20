package org.lucina.bench.client;

import java.net.InetAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.UID;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;

/** Lets everybody do everything, in Explicit VR Little Endian where that is proposed. */
final class AcceptEverything implements AssociationPolicy {

  @Override
  public Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
    return Optional.empty();
  }

  @Override
  public Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed) {
    return proposed.contains(UID.ExplicitVRLittleEndian)
        ? Optional.of(UID.ExplicitVRLittleEndian)
        : proposed.stream().findFirst();
  }

  @Override
  public boolean supports(AssociationRequest request, String abstractSyntax) {
    return true;
  }
}
