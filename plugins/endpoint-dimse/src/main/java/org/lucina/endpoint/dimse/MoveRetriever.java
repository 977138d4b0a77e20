package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Retrieves by C-MOVE to a receiver of its own, one retrieval at a time: what comes cannot be told
 * apart by what asked for it.
 */
final class MoveRetriever implements Retrieval {
  private final Peer peer;
  private final Mover mover;
  private final ReceiverSettings settings;
  private final SyntaxPreference syntaxes;
  private final ServerContext server;
  private final ReentrantLock turn = new ReentrantLock(true);

  MoveRetriever(
      Peer peer,
      Mover mover,
      ReceiverSettings settings,
      SyntaxPreference syntaxes,
      ServerContext server) {
    this.peer = peer;
    this.mover = mover;
    this.settings = settings;
    this.syntaxes = syntaxes;
    this.server = server;
  }

  @Override
  public void retrieve(Reference complete, Delivery delivery) throws EndpointException {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException(Reason.FAILED, "the wait for another C-MOVE was interrupted", e);
    }
    try (Receiver receiver = open(new Intake(complete, delivery))) {
      SubOperations sent = mover.move(complete, aeTitle());
      int came = delivery.instances().size();
      if (came < sent.completed()) {
        throw new EndpointException(
            Reason.FAILED,
            peer.name() + " sent " + sent.completed() + " instances, of which " + came + " came");
      }
    } finally {
      turn.unlock();
    }
  }

  private String aeTitle() {
    return settings.aeTitle().orElseGet(peer::callingAe);
  }

  private Receiver open(Intake intake) throws EndpointException {
    ReceiverPolicy policy = new ReceiverPolicy(aeTitle(), peer.remote(), syntaxes);
    try {
      return Receiver.open(settings, server.sslContext(), policy, intake);
    } catch (IOException e) {
      throw new EndpointException(
          Reason.UNAVAILABLE, "no receiver can listen at " + settings.address(), e);
    }
  }
}
