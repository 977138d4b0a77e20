package org.lucina.bench.client;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.Response;

/** Sends objects by C-STORE, one after another, on one association. */
public final class StoreClient implements AutoCloseable {
  private final Association association;

  private StoreClient(Association association) {
    this.association = association;
  }

  /** Opens an association for SOP classes. */
  public static StoreClient open(DicomAddress peer, Collection<String> sopClasses)
      throws IOException {
    return new StoreClient(Scu.open(peer, sopClasses));
  }

  /**
   * Sends one and waits for its response.
   *
   * @throws WrongAnswerException when the response is not success
   */
  public void store(Outgoing object) throws IOException {
    AcceptedContext context =
        association.contextsFor(object.sopClass()).stream()
            .findFirst()
            .orElseThrow(() -> new WrongAnswerException("refuses " + object.sopClass()));
    Response response =
        association.store(
            context, object.sopClass(), object.sopInstance(), Optional.empty(), object.data());
    if (response.status() != 0) {
      throw new WrongAnswerException(
          "C-STORE answered " + Integer.toHexString(response.status()).toUpperCase());
    }
  }

  /** Sends many by several associations at once, each object by whichever is free. */
  public static void storeAll(
      DicomAddress peer, Collection<String> sopClasses, Stream<Outgoing> objects, int senders)
      throws IOException {
    Iterator<Outgoing> waiting = objects.iterator();
    Parallel.run(
        senders,
        sender -> {
          try (StoreClient client = open(peer, sopClasses)) {
            Optional<Outgoing> next = next(waiting);
            while (next.isPresent()) {
              client.store(next.get());
              next = next(waiting);
            }
          }
        });
  }

  private static Optional<Outgoing> next(Iterator<Outgoing> waiting) {
    synchronized (waiting) {
      return waiting.hasNext() ? Optional.of(waiting.next()) : Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    association.close();
  }
}
