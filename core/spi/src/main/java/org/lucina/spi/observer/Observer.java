package org.lucina.spi.observer;

import java.util.Optional;
import java.util.Set;

/**
 * Tells what happens to dixels somewhere: in the archive, in a folder, at a remote PACS.
 *
 * <p>Thread-safe. Several may observe at the same time, each from a position of its own.
 */
public interface Observer extends AutoCloseable {

  /** The kinds of events that it can tell; the same as long as it is open. */
  Set<DixelEvent.Kind> kinds();

  /**
   * Whether it sees what it is to observe, without changing anything.
   *
   * @return one sentence for administrators
   * @throws ObserverException saying what is wrong
   */
  String check() throws ObserverException;

  /**
   * Begins to tell what happens, on threads of its own; returns at once. A source that is away is
   * waited for, and told of by {@link EventSink#troubled}.
   *
   * <p>Every event that happens after the position is told at least once, in the order in which it
   * happened as far as the source tells that.
   *
   * @param position up to where events were taken before, as this observer (or one of the same name
   *     and provider before it) told; empty to begin where its properties say, else now
   * @return ends the observation when it is closed: the sink is not called after that
   */
  AutoCloseable observe(Optional<String> position, EventSink sink);

  @Override
  void close();
}
