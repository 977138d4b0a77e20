package org.lucina.spi.observer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An observation that looks for news again and again, on a thread of its own. Faults of the source
 * are told to the sink, and the next look begins where the last one that succeeded has ended.
 */
public final class PolledObservation implements AutoCloseable {

  /** What is looked at. */
  @FunctionalInterface
  public interface Source {
    /**
     * Looks once, and gives what is new to the sink.
     *
     * @param position where the last look has ended; empty at first
     * @return where this look has ended
     * @throws ObserverException when the source cannot be observed now
     * @throws InterruptedException when the observation ends
     */
    Optional<String> look(Optional<String> position, EventSink sink)
        throws ObserverException, EventsNotTakenException, InterruptedException;
  }

  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final Source source;
  private final Duration period;
  private final EventSink sink;
  private final Thread thread;

  /** Sinks and sources may swallow the interrupt that breaks them off. */
  private final CountDownLatch ended = new CountDownLatch(1);

  private Optional<String> position;

  private PolledObservation(
      String name, Duration period, Optional<String> position, EventSink sink, Source source) {
    this.source = source;
    this.period = period;
    this.sink = sink;
    this.position = position;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /**
   * Begins to look.
   *
   * @param name of the thread
   * @param period between the end of a look and the next one; a second at least after a fault
   * @param position as {@link Observer#observe} got it
   */
  public static PolledObservation start(
      String name, Duration period, Optional<String> position, EventSink sink, Source source) {
    PolledObservation observation = new PolledObservation(name, period, position, sink, source);
    observation.thread.start();
    return observation;
  }

  private void run() {
    try {
      Duration pause;
      do {
        pause = look() || period.compareTo(AFTER_FAULT) > 0 ? period : AFTER_FAULT;
      } while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look() throws InterruptedException {
    try {
      position = source.look(position, sink);
      return true;
    } catch (ObserverException e) {
      tell(e.getMessage());
    } catch (EventsNotTakenException e) {
      tell("events were not taken and are told again: " + e.getMessage());
    } catch (RuntimeException e) {
      tell("the observer failed: " + e.getClass().getName());
    }
    return false;
  }

  /** A look that was broken off because this ends has failed for no other reason. */
  private void tell(String problem) {
    if (ended.getCount() > 0) {
      sink.troubled(problem);
    }
  }

  /** Ends it; the sink is not called any more when this returns. */
  @Override
  public void close() throws InterruptedException {
    ended.countDown();
    thread.interrupt();
    if (Thread.currentThread() != thread) {
      thread.join();
    }
  }
}
