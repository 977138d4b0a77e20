package org.lucina.observer.dimsepoll;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/** Tells what a PACS, or any endpoint that can be searched, has newly got. */
final class PollObserver implements Observer {
  private final String name;
  private final PollSettings settings;
  private final Supplier<Poll> polls;

  /** An observer, each of whose observations is a poll of its own. */
  PollObserver(String name, PollSettings settings, Supplier<Poll> polls) {
    this.name = name;
    this.settings = settings;
    this.polls = polls;
  }

  @Override
  public Set<Kind> kinds() {
    return settings.changes() ? EnumSet.of(Kind.ADDED, Kind.CHANGED) : EnumSet.of(Kind.ADDED);
  }

  @Override
  public String check() throws ObserverException {
    Poll poll = polls.get();
    Endpoint endpoint = poll.endpoint();
    try {
      Instant now = Instant.now();
      for (TimeWindow window : TimeWindow.cut(now, now, settings.zone(), settings.times())) {
        endpoint.capabilities().queries().check(poll.query(window));
      }
      return "asked for "
          + settings.level().name().toLowerCase(Locale.ROOT)
          + " level each "
          + settings.period()
          + ": "
          + endpoint.check();
    } catch (EndpointException e) {
      throw new ObserverException(e.getMessage(), e);
    }
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    return PolledObservation.start(
        "dimse-poll " + name, settings.period(), position, sink, polls.get()::look);
  }

  @Override
  public void close() {
    // Observations are closed by those who began them.
  }
}
