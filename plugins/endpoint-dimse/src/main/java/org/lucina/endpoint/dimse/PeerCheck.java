package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.UID;
import org.lucina.net.Association;
import org.lucina.net.Response;
import org.lucina.net.Status;
import org.lucina.spi.endpoint.EndpointException;

/** Calls the peer by C-ECHO, and looks which services it accepts. */
final class PeerCheck {
  private final Peer peer;

  PeerCheck(Peer peer) {
    this.peer = peer;
  }

  /** One sentence on what answered. */
  String run() throws EndpointException {
    Proposal proposal = new Proposal().with(UID.Verification);
    for (QueryModel model : QueryModel.values()) {
      proposal.with(model.find()).with(model.move()).with(model.get());
    }
    return peer.talk(
        proposal,
        association -> {
          peer.context(association, UID.Verification, "C-ECHO");
          Response response = association.echo();
          if (response.status() != Status.SUCCESS) {
            throw Faults.of(peer.name(), "C-ECHO", response);
          }
          return peer.name() + " answers C-ECHO" + services(association);
        });
  }

  private static String services(Association association) {
    List<String> accepted = new ArrayList<>();
    for (QueryModel model : QueryModel.values()) {
      String root = model == QueryModel.PATIENT_ROOT ? " (patient root)" : " (study root)";
      accept(association, model.find(), "C-FIND" + root, accepted);
      accept(association, model.move(), "C-MOVE" + root, accepted);
      accept(association, model.get(), "C-GET" + root, accepted);
    }
    return accepted.isEmpty() ? "" : ", and accepts " + String.join(", ", accepted);
  }

  private static void accept(
      Association association, String sopClass, String name, List<String> accepted) {
    if (!association.contextsFor(sopClass).isEmpty()) {
      accepted.add(name);
    }
  }
}
