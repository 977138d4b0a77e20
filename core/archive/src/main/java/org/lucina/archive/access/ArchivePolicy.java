package org.lucina.archive.access;

import java.net.InetAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;

/** The archive's {@link AssociationPolicy}: AE rules, and any transfer syntax for objects. */
public final class ArchivePolicy implements AssociationPolicy {
  /** Registered as transfer syntaxes, but what they carry is no data set (retired). */
  private static final Set<String> NOT_DATA_SETS =
      Set.of("1.2.840.10008.1.2.6.1", "1.2.840.10008.1.2.6.2");

  private final LucinaServer server;
  private final AeAccess access;

  /** Decides by the settings in force. */
  public ArchivePolicy(LucinaServer server, AeAccess access) {
    this.server = server;
    this.access = access;
  }

  @Override
  public Optional<Rejection> admit(
      AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
    return access.admits(request.callingAeTitle(), peer)
        ? Optional.empty()
        : Optional.of(Rejection.CALLING_AE_TITLE);
  }

  @Override
  public boolean supports(AssociationRequest request, String abstractSyntax) {
    SopClassKind kind = SopClassKind.of(abstractSyntax);
    if (kind == SopClassKind.OTHER
        && !(acceptsUnknown() && SopClassKind.isUnknown(abstractSyntax))) {
      return false;
    }
    String caller = request.callingAeTitle();
    return access.allows(caller, kind)
        || receives(request, abstractSyntax) && access.allows(caller, SopClassKind.GET);
  }

  /** Whether the requestor takes objects of a SOP class by C-GET (PS3.4 C.5.3). */
  private static boolean receives(AssociationRequest request, String abstractSyntax) {
    AssociationRequest.Role role = request.roles().get(abstractSyntax);
    return role != null && role.scp();
  }

  @Override
  public Optional<String> chooseTransferSyntax(
      AssociationRequest request, String abstractSyntax, List<String> proposed) {
    boolean objects =
        switch (SopClassKind.of(abstractSyntax)) {
          case STORAGE, OTHER -> true;
          default -> false;
        };
    return proposed.stream()
        .filter(syntax -> objects ? isStorable(syntax) : isPlain(syntax))
        .findFirst();
  }

  private boolean isStorable(String syntax) {
    return Uids.transferSyntaxes().contains(syntax) && !NOT_DATA_SETS.contains(syntax)
        || acceptsUnknown() && Uids.find(syntax).isEmpty();
  }

  /** Identifiers and commands' data sets are never compressed. */
  private static boolean isPlain(String syntax) {
    return syntax.equals(UID.ImplicitVRLittleEndian)
        || Uids.transferSyntaxes().contains(syntax) && !TransferSyntax.of(syntax).encapsulated();
  }

  private boolean acceptsUnknown() {
    return server.settings().acceptUnknownSopClasses();
  }

  @Override
  public Optional<byte[]> extendedNegotiation(
      AssociationRequest request, String sopClass, byte[] proposed) {
    return ExtendedNegotiation.answer(sopClass, proposed);
  }

  @Override
  public OptionalInt associationLimit(String callingAeTitle) {
    return server
        .remoteAe(callingAeTitle)
        .map(RemoteAe::maxAssociations)
        .orElse(OptionalInt.empty());
  }
}
