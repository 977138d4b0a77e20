package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.Response;
import org.lucina.net.Status;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Sends objects one after another on an association, which is opened anew when one comes whose SOP
 * class or transfer syntax was not proposed yet.
 */
final class Sending implements AutoCloseable {
  private final Peer peer;
  private final Map<String, Set<String>> proposed = new LinkedHashMap<>();
  private Optional<Association> association = Optional.empty();

  Sending(Peer peer) {
    this.peer = peer;
  }

  /**
   * Sends one.
   *
   * @return why the peer did not take it, empty when it did
   * @throws EndpointException when no association comes about, or it breaks
   */
  Optional<EndpointException> send(OutgoingObject object) throws EndpointException {
    Association open = association(object);
    Map<String, AcceptedContext> contexts =
        open.contextsFor(object.sopClass()).stream()
            .collect(
                Collectors.toMap(
                    AcceptedContext::transferSyntax, context -> context, (first, next) -> first));
    Optional<AcceptedContext> context = object.choose(contexts.keySet()).map(contexts::get);
    if (context.isEmpty()) {
      return Optional.of(refusal(Reason.REFUSED, object, "it accepts no transfer syntax for it"));
    }
    String syntax = context.get().transferSyntax();
    try {
      return outcome(
          object,
          open.store(
              context.get(),
              object.sopClass(),
              object.sopInstance(),
              Optional.empty(),
              out -> object.writeTo(out, syntax)));
    } catch (IOException e) {
      throw Faults.of(peer.name(), e);
    }
  }

  /** One that the peer has already is where it should be. */
  private Optional<EndpointException> outcome(OutgoingObject object, Response response) {
    int status = response.status();
    String told = Faults.describe(response);
    if (Faults.isWarning(status)) {
      DimseLogger.LOG.takenWithWarning(peer.name(), object.sopInstance(), told);
      return Optional.empty();
    }
    if (status == Status.SUCCESS || status == Status.DUPLICATE_SOP_INSTANCE) {
      return Optional.empty();
    }
    boolean understood = status >>> 12 != 0xC;
    return Optional.of(refusal(understood ? Faults.reason(status) : Reason.REFUSED, object, told));
  }

  private EndpointException refusal(Reason reason, OutgoingObject object, String why) {
    return new EndpointException(
        reason, peer.name() + " did not take instance " + object.sopInstance() + ": " + why);
  }

  private Association association(OutgoingObject object) throws EndpointException {
    boolean known =
        proposed.getOrDefault(object.sopClass(), Set.of()).containsAll(object.possible());
    if (!known || association.filter(Association::isOpen).isEmpty()) {
      close();
      propose(object);
      Proposal proposal = new Proposal();
      proposed.forEach(
          (sopClass, syntaxes) ->
              syntaxes.forEach(syntax -> proposal.with(sopClass, List.of(syntax))));
      association = Optional.of(peer.open(proposal));
    }
    return association.get();
  }

  private void propose(OutgoingObject object) {
    int contexts = proposed.values().stream().mapToInt(Set::size).sum();
    if (contexts + object.possible().size() > Proposal.MAX_CONTEXTS) {
      proposed.clear();
    }
    proposed
        .computeIfAbsent(object.sopClass(), none -> new LinkedHashSet<>())
        .addAll(object.possible());
  }

  @Override
  public void close() {
    association.filter(Association::isOpen).ifPresent(peer::release);
    association = Optional.empty();
  }
}
