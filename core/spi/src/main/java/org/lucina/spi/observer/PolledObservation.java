package org.lucina.spi.observer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An observation that looks for news again and again, on a thread of its own. Faults of the source
 * are told to the sink, each once until something is taken again, and the next look begins where
 * the last one that succeeded has ended.
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

    /**
     * Called once, before the first look.
     *
     * @param news has the next look follow at once; may be called on any thread
     */
    default void begin(Runnable news) {}

    /**
     * Whether a look may be interrupted to end the observation; one into a database of this process
     * may not. Sinks always are.
     */
    default boolean mayBeInterrupted() {
      return true;
    }

    /** Called once, after the last look. */
    default void end() {}
  }

  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final Source source;
  private final Duration period;
  private final Sink sink;
  private final Thread thread;
  private final Object state = new Object();
  private Optional<String> position;
  private boolean news;
  private boolean giving;

  /** Sinks and sources may swallow the interrupt that breaks them off. */
  private boolean ended;

  private PolledObservation(
      String name, Duration period, Optional<String> position, EventSink sink, Source source) {
    this.source = source;
    this.period = period;
    this.sink = new Sink(sink);
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
      source.begin(this::hurry);
      boolean well;
      do {
        well = look();
      } while (rest(well));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      source.end();
    }
  }

  private void hurry() {
    synchronized (state) {
      news = true;
      state.notifyAll();
    }
  }

  /** Waits for the next look; tells whether there is to be one. */
  private boolean rest(boolean well) throws InterruptedException {
    Duration pause = well || period.compareTo(AFTER_FAULT) > 0 ? period : AFTER_FAULT;
    long until = System.nanoTime() + pause.toNanos();
    synchronized (state) {
      long left = pause.toNanos();
      while (!ended && !(well && news) && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(state, left);
        left = until - System.nanoTime();
      }
      news = false;
      return !ended;
    }
  }

  private boolean look() throws InterruptedException {
    try {
      position = source.look(position, sink);
      return true;
    } catch (ObserverException e) {
      sink.troubled(e.getMessage());
    } catch (EventsNotTakenException e) {
      sink.troubled("events were not taken and are told again: " + e.getMessage());
    } catch (RuntimeException e) {
      sink.troubled("the observer failed: " + e.getClass().getName());
    }
    return false;
  }

  /** Ends it; the sink is not called any more when this returns. */
  @Override
  public void close() throws InterruptedException {
    synchronized (state) {
      ended = true;
      state.notifyAll();
      if (giving || source.mayBeInterrupted()) {
        thread.interrupt();
      }
    }
    if (Thread.currentThread() != thread) {
      thread.join();
    }
  }

  /** Takes nothing once this ends, and tells a trouble that goes on only once. */
  private final class Sink implements EventSink {
    private final EventSink target;
    private Optional<String> trouble = Optional.empty();

    Sink(EventSink target) {
      this.target = target;
    }

    @Override
    public void accept(List<DixelEvent> events, String reached)
        throws EventsNotTakenException, InterruptedException {
      turn(true);
      try {
        target.accept(events, reached);
        trouble = Optional.empty();
      } finally {
        synchronized (state) {
          giving = false;
        }
      }
      turn(false);
    }

    private void turn(boolean now) throws InterruptedException {
      synchronized (state) {
        if (ended) {
          throw new InterruptedException("the observation ends");
        }
        giving = now;
      }
    }

    /** A look that was broken off because this ends has failed for no other reason. */
    @Override
    public void troubled(String problem) {
      synchronized (state) {
        if (ended || trouble.equals(Optional.of(problem))) {
          return;
        }
      }
      trouble = Optional.of(problem);
      target.troubled(problem);
    }
  }
}
