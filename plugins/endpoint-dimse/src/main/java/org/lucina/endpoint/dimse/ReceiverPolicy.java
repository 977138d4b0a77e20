package org.lucina.endpoint.dimse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.UID;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.spi.server.RemoteAe;

/** Lets in who calls the receiver's title, from the peer's host where that is checked. */
final class ReceiverPolicy implements AssociationPolicy {
  /** SOP classes that a PACS proposes but that carry no object: these have their own services. */
  private static final Set<String> NO_OBJECTS =
      Set.of(UID.StorageCommitmentPushModel, UID.ModalityWorklistInformationModelFind);

  private final String aeTitle;
  private final RemoteAe remote;
  private final SyntaxPreference syntaxes;

  ReceiverPolicy(String aeTitle, RemoteAe remote, SyntaxPreference syntaxes) {
    this.aeTitle = aeTitle;
    this.remote = remote;
    this.syntaxes = syntaxes;
  }

  @Override
  public Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
    if (!request.calledAeTitle().strip().equals(aeTitle)) {
      return Optional.of(Rejection.CALLED_AE_TITLE);
    }
    return remote.checkAddress() && !isRemote(peer)
        ? Optional.of(Rejection.CALLING_AE_TITLE)
        : Optional.empty();
  }

  private boolean isRemote(InetAddress peer) {
    try {
      return Arrays.asList(InetAddress.getAllByName(remote.host())).contains(peer);
    } catch (UnknownHostException e) {
      DimseLogger.LOG.lost(e);
      return false;
    }
  }

  @Override
  public Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed) {
    return abstractSyntax.equals(UID.Verification)
        ? proposed.stream().findFirst()
        : syntaxes.choose(proposed);
  }

  @Override
  public boolean supports(AssociationRequest request, String abstractSyntax) {
    return !NO_OBJECTS.contains(abstractSyntax);
  }
}
