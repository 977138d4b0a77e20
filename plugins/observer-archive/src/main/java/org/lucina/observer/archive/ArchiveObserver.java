package org.lucina.observer.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.ServerContext;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/** Observes the archive of this server by its log of changes. */
final class ArchiveObserver implements Observer {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final ServerContext server;
  private final Observation.Manner manner;
  private final Clock clock;

  ArchiveObserver(String name, ServerContext server, Observation.Manner manner, Clock clock) {
    this.name = name;
    this.server = server;
    this.manner = manner;
    this.clock = clock;
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return manner.wanted().kinds();
  }

  @Override
  public String check() throws ObserverException {
    long last =
        server
            .archiveChanges()
            .orElseThrow(() -> new ObserverException("the archive is not open"))
            .last();
    return "the archive is open, its latest change is number " + last;
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    Observation source = new Observation(server, manner, clock, position);
    return PolledObservation.start("observer " + name, PAUSE, position, sink, source);
  }

  @Override
  public void close() {
    // observations are closed by those who began them
  }
}
