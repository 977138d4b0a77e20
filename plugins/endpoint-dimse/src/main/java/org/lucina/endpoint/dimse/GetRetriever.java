package org.lucina.endpoint.dimse;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;

/**
 * Retrieves by C-GET, on the association that asks. Only so many SOP classes and transfer syntaxes
 * can be proposed, so the peer is asked first which classes there are.
 */
final class GetRetriever implements Retrieval {
  /** One context is that of C-GET itself. */
  private static final int MAX_OBJECT_CONTEXTS = Proposal.MAX_CONTEXTS - 1;

  private final Peer peer;
  private final Targets targets;
  private final Finder finder;
  private final SyntaxPreference syntaxes;

  GetRetriever(Peer peer, Targets targets, Finder finder, SyntaxPreference syntaxes) {
    this.peer = peer;
    this.targets = targets;
    this.finder = finder;
    this.syntaxes = syntaxes;
  }

  @Override
  public void retrieve(Reference complete, Delivery delivery) throws EndpointException {
    String sopClass = targets.model(complete).get();
    Proposal proposal = new Proposal().with(sopClass).serving(new Intake(complete, delivery));
    propose(proposal, sopClasses(complete));
    SubOperations outcome =
        peer.talk(
            proposal,
            association -> {
              Response last =
                  association.invoke(
                      peer.context(association, sopClass, "C-GET"),
                      DimseCommand.C_GET,
                      new DataSet(),
                      Optional.of(targets.identifier(complete)),
                      pending -> true);
              return SubOperations.of(last);
            });
    if (!outcome.areComplete()) {
      throw outcome.fault(peer.name(), "C-GET");
    }
  }

  private Set<String> sopClasses(Reference complete) throws EndpointException {
    Query query = Targets.keys(DicomLevel.INSTANCE, complete).key(Tag.SOPClassUID, "").build();
    Set<String> classes = new TreeSet<>();
    int[] instances = {0};
    finder.find(
        query,
        instance -> {
          instances[0]++;
          sopClass(instance).ifPresent(classes::add);
          return true;
        });
    if (instances[0] == 0) {
      throw Targets.notFound(complete);
    }
    return classes;
  }

  private static Optional<String> sopClass(Dixel instance) throws EndpointException {
    try {
      return instance.tags().string(Tag.SOPClassUID);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("tags that were found are at hand", e);
    }
  }

  /** Syntaxes come in contexts of their own as far as there is room: of one, peers take one. */
  private void propose(Proposal proposal, Set<String> told) {
    Collection<String> classes = told.isEmpty() ? common() : told;
    List<String> proposable = syntaxes.proposable();
    int each = Math.max(1, MAX_OBJECT_CONTEXTS / classes.size());
    classes.stream()
        .limit(MAX_OBJECT_CONTEXTS)
        .forEach(
            sopClass -> {
              int alone = Math.min(proposable.size(), each) - 1;
              proposable.subList(0, alone).forEach(one -> proposal.with(sopClass, List.of(one)));
              proposal.with(sopClass, proposable.subList(alone, proposable.size()));
              proposal.providing(sopClass);
            });
  }

  /** Where a peer does not tell SOP classes, those that are in use. */
  private static List<String> common() {
    return Uids.storageSopClasses().stream()
        .filter(uid -> Uids.find(uid).filter(entry -> !entry.retired()).isPresent())
        .limit(MAX_OBJECT_CONTEXTS)
        .toList();
  }
}
