package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.server.RemoteAe;

/** The remote application entity; thread-safe, each talk is an association of its own. */
final class Peer {

  /** What is done on an association. */
  @FunctionalInterface
  interface Talk<T> {
    T on(Association association) throws IOException, EndpointException;
  }

  private final PeerSettings settings;
  private final ServerContext server;

  Peer(PeerSettings settings, ServerContext server) {
    this.settings = settings;
    this.server = server;
  }

  /** Title under which it is called. */
  String callingAe() {
    return settings.callingAe().orElseGet(server::localAeTitle);
  }

  /** What it is called in messages. */
  String name() {
    return server
        .remoteAe(settings.remoteAe())
        .map(remote -> remote.aeTitle() + " at " + remote.host() + ":" + remote.port())
        .orElse("remote AE '" + settings.remoteAe() + "'");
  }

  /** Where it is and what it is called now. */
  RemoteAe remote() throws EndpointException {
    return server
        .remoteAe(settings.remoteAe())
        .orElseThrow(
            () ->
                new EndpointException(
                    Reason.UNAVAILABLE,
                    "remote AE '" + settings.remoteAe() + "' is not configured"));
  }

  /** Opens an association, and ends it when the talk is over. */
  <T> T talk(Proposal proposal, Talk<T> talk) throws EndpointException {
    Association association = open(proposal);
    try {
      T result = talk.on(association);
      release(association);
      return result;
    } catch (IOException e) {
      throw Faults.of(name(), e);
    } finally {
      if (association.isOpen()) {
        association.abort();
      }
    }
  }

  /** Opens an association; the caller ends it. */
  Association open(Proposal proposal) throws EndpointException {
    RemoteAe remote = remote();
    AssociationRequest request =
        new AssociationRequest(
            remote.aeTitle(),
            callingAe(),
            proposal.contexts(),
            proposal.roles(),
            settings.maxPdu(),
            1,
            1,
            proposal.extended(),
            Map.of(),
            Optional.empty(),
            DicomWriter.IMPLEMENTATION_CLASS_UID,
            DicomWriter.IMPLEMENTATION_VERSION_NAME);
    try {
      return Associations.open(
          request,
          new ConnectOptions(
              remote.host(),
              remote.port(),
              remote.tls(),
              settings.connectTimeout(),
              settings.responseTimeout(),
              proposal.services()));
    } catch (IOException e) {
      throw Faults.of(name(), e);
    }
  }

  /** Ends an association in order; what was done on it stays done if that fails. */
  void release(Association association) {
    try {
      association.close();
    } catch (IOException e) {
      DimseLogger.LOG.notReleased(name(), e);
      association.abort();
    }
  }

  /** The context of a SOP class that the peer may have refused. */
  AcceptedContext context(Association association, String sopClass, String service)
      throws EndpointException {
    return association.contextsFor(sopClass).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new EndpointException(Reason.UNSUPPORTED, name() + " does not accept " + service));
  }
}
