package org.lucina.endpoint.dimse;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;

/** Has the peer send dixels to an application entity, by C-MOVE. */
final class Mover {
  private final Peer peer;
  private final Targets targets;

  Mover(Peer peer, Targets targets) {
    this.peer = peer;
    this.targets = targets;
  }

  /**
   * Has a dixel sent.
   *
   * @param complete with the identifiers of all levels above that the information model has
   * @param destination AE title that the peer knows
   * @throws EndpointException when not all has been sent
   */
  SubOperations move(Reference complete, String destination) throws EndpointException {
    String sopClass = targets.model(complete).move();
    SubOperations outcome =
        peer.talk(
            new Proposal().with(sopClass),
            association -> {
              Response last =
                  association.invoke(
                      peer.context(association, sopClass, "C-MOVE"),
                      DimseCommand.C_MOVE,
                      new DataSet().set(Tag.MoveDestination, VR.AE, destination),
                      Optional.of(targets.identifier(complete)),
                      pending -> true);
              return SubOperations.of(last);
            });
    if (!outcome.areComplete()) {
      throw outcome.fault(peer.name(), "C-MOVE to " + destination);
    }
    return outcome;
  }
}
