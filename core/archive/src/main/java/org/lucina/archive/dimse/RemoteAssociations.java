package org.lucina.archive.dimse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.PresentationContext;
import org.lucina.spi.server.RemoteAe;

/** Opens associations to configured application entities. */
final class RemoteAssociations {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration RESPONSE = Duration.ofSeconds(60);
  private static final int STORES_AT_ONCE = 8;
  private static final int MAX_PDU = 256 << 10;

  private RemoteAssociations() {}

  /** Opens one to store objects, several at once if the peer agrees. */
  static Association toStore(
      RemoteAe remote, String localAeTitle, List<PresentationContext> proposal) throws IOException {
    return open(remote, localAeTitle, proposal, Map.of(), STORES_AT_ONCE);
  }

  /** Opens one in the roles given. */
  static Association open(
      RemoteAe remote,
      String localAeTitle,
      List<PresentationContext> proposal,
      Map<String, AssociationRequest.Role> roles)
      throws IOException {
    return open(remote, localAeTitle, proposal, roles, 1);
  }

  private static Association open(
      RemoteAe remote,
      String localAeTitle,
      List<PresentationContext> proposal,
      Map<String, AssociationRequest.Role> roles,
      int operations)
      throws IOException {
    AssociationRequest request =
        new AssociationRequest(
            remote.aeTitle(),
            localAeTitle,
            proposal,
            roles,
            MAX_PDU,
            operations,
            1,
            Map.of(),
            Map.of(),
            Optional.empty(),
            DicomWriter.IMPLEMENTATION_CLASS_UID,
            DicomWriter.IMPLEMENTATION_VERSION_NAME);
    return Associations.open(
        request,
        new ConnectOptions(
            remote.host(), remote.port(), remote.tls(), CONNECT, RESPONSE, Map.of()));
  }
}
