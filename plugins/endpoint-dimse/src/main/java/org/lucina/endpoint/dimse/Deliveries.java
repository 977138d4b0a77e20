package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** The deliveries of an endpoint: each goes when it was not read for some time. */
final class Deliveries implements AutoCloseable {
  private final Path folder;
  private final Duration keep;
  private final Set<Delivery> kept = ConcurrentHashMap.newKeySet();

  /**
   * Keeps deliveries below a folder of the endpoint's own, out of which goes what a crash has left.
   *
   * @param keep how long they stay after they were last used
   */
  Deliveries(Path folder, Duration keep) {
    this.folder = folder;
    this.keep = keep;
    Delivery.remove(folder);
  }

  /** A new one, which stays until it is kept or dropped. */
  Delivery begin() throws EndpointException {
    sweep();
    try {
      return new Delivery(Files.createTempDirectory(Files.createDirectories(folder), "delivery"));
    } catch (IOException e) {
      throw new EndpointException(
          Reason.FAILED, "no folder can be made for received files in " + folder, e);
    }
  }

  /** Keeps one as long as it is used. */
  void keep(Delivery delivery) {
    delivery.use();
    kept.add(delivery);
  }

  /** Removes those that were not used for too long. */
  void sweep() {
    for (Delivery delivery : kept) {
      if (delivery.isIdle(keep.toNanos())) {
        drop(delivery);
      }
    }
  }

  /** Removes one. */
  void drop(Delivery delivery) {
    kept.remove(delivery);
    delivery.remove();
  }

  @Override
  public void close() {
    kept.clear();
    Delivery.remove(folder);
  }
}
