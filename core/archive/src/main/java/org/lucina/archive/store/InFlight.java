package org.lucina.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which objects are between storage and index: whatever the storage committed before the
 * oldest of them began is indexed.
 */
public final class InFlight {
  private final Clock clock;
  private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();

  /** Nothing is in flight. */
  public InFlight(Clock clock) {
    this.clock = clock;
  }

  /** One store that has begun; closed when it is over. */
  public final class Ticket implements AutoCloseable {
    private final Instant begun = clock.instant();

    @Override
    public void close() {
      tickets.remove(this);
    }
  }

  /** Begins a store. */
  public Ticket begin() {
    Ticket ticket = new Ticket();
    tickets.add(ticket);
    return ticket;
  }

  /** Everything committed before this instant is indexed. */
  public Instant allIndexedBefore() {
    Instant now = clock.instant();
    return oldest().orElse(now);
  }

  /** When the oldest store that is under way began, empty when none is. */
  public Optional<Instant> oldest() {
    return tickets.stream().map(ticket -> ticket.begun).min(Comparator.naturalOrder());
  }
}
