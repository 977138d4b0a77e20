package org.lucina.observer.orthanc;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/** Observes an Orthanc server by its log of changes. */
final class OrthancChanges implements Observer {

  /**
   * How it observes.
   *
   * @param types changes that are told
   * @param fromStart whether changes of before are told at first
   * @param limit changes that are asked for at once
   * @param period between two looks
   */
  record Ways(Set<ChangeType> types, boolean fromStart, int limit, Duration period) {}

  private final String name;
  private final ChangeLog log;
  private final Ways ways;

  OrthancChanges(String name, OrthancReader orthanc, Ways ways) {
    this.name = name;
    this.log = new ChangeLog(orthanc);
    this.ways = ways;
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return ways.types().stream().map(ChangeType::kind).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String check() throws ObserverException {
    try {
      return log.name() + " has told of changes up to number " + log.newest().last();
    } catch (EndpointException e) {
      throw new ObserverException(e.getMessage(), e);
    }
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    ChangeReader reader = new ChangeReader(name, log, ways);
    return PolledObservation.start(
        "orthanc-changes " + name, ways.period(), position, sink, reader::look);
  }

  @Override
  public void close() {
    // Observations are closed by those who began them.
  }
}
