package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.net.Association;
import org.lucina.net.PresentationContext;
import org.lucina.net.Status;
import org.lucina.spi.server.RemoteAe;

/**
 * Where a C-MOVE sends objects: one association, opened when the first object comes. One that
 * breaks is opened again as long as it got something through.
 */
final class MoveDestination implements AutoCloseable {
  private final RemoteAe destination;
  private final String localAeTitle;
  private final List<PresentationContext> proposal;
  private final Set<String> sopClasses;
  private Optional<Association> association = Optional.empty();
  private boolean givenUp;
  private int sent;

  MoveDestination(RemoteAe destination, String localAeTitle, List<PresentationContext> proposal) {
    this.destination = destination;
    this.localAeTitle = localAeTitle;
    this.proposal = proposal;
    this.sopClasses =
        proposal.stream().map(PresentationContext::abstractSyntax).collect(Collectors.toSet());
  }

  /** Whether objects of a SOP class go by this association. */
  boolean takes(String sopClass) {
    return sopClasses.contains(sopClass);
  }

  /** Sends objects; those for which there is no association fail. */
  void send(Sending sending) {
    while (sending.hasMore()) {
      if (association.filter(Association::isOpen).isEmpty()) {
        open();
      }
      if (association.isEmpty()) {
        sending.failRest(Status.OUT_OF_RESOURCES_SUBOPERATIONS);
      } else {
        sent += sending.by(association.get());
      }
    }
  }

  private void open() {
    givenUp = givenUp || association.isPresent() && sent == 0;
    association = Optional.empty();
    sent = 0;
    if (givenUp) {
      return;
    }
    try {
      association = Optional.of(RemoteAssociations.toStore(destination, localAeTitle, proposal));
    } catch (IOException e) {
      givenUp = true;
      ArchiveLog.LOG.moveAssociationFailed(
          localAeTitle, destination.aeTitle(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    if (association.isPresent()) {
      try {
        association.get().close();
      } catch (IOException e) {
        association.get().abort();
      }
    }
  }
}
