package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.PipelineStatus;
import org.lucina.spi.pipeline.PipelineStatus.State;

/** A pipeline that is open: decides when it observes and when it works. */
final class Pipeline implements PipelineControl {
  private final Machinery machinery;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<PipelineParts> parts = Optional.empty();
  private volatile boolean started;
  private volatile boolean draining;
  private volatile boolean closed;
  private Optional<Crew> crew = Optional.empty();
  private Route route;
  private long observedLast;

  /** One that does nothing yet. */
  Pipeline(Machinery machinery) {
    this.machinery = machinery;
  }

  @Override
  public void begin(PipelineParts there) {
    Route through = machinery.route(there);
    locked(
        () -> {
          rest();
          route = through;
          parts = Optional.of(there);
        });
    machinery.later(this::settle);
  }

  @Override
  public void suspend() {
    locked(this::rest);
  }

  @Override
  public void start() {
    draining = false;
    started = true;
    machinery.later(this::settle);
  }

  @Override
  public void stop() {
    started = false;
    machinery.gate().set(false);
  }

  @Override
  public void drain() {
    draining = true;
    started = true;
    locked(
        () -> {
          machinery.observations().end();
          observedLast = 0;
        });
    machinery.later(this::settle);
  }

  private void rest() {
    parts = Optional.empty();
    machinery.gate().set(false);
    machinery.observations().end();
    observedLast = 0;
    crew.ifPresent(Crew::end);
    crew = Optional.empty();
    route = null;
  }

  /** Makes it do what it is to do. */
  private void settle() {
    locked(
        () -> {
          if (closed || parts.isEmpty()) {
            return;
          }
          if (crew.isEmpty()) {
            crew = Optional.of(machinery.crew(route));
          }
          machinery.gate().set(started);
          if (!draining && observedLast == 0) {
            observe();
          }
        });
  }

  private void observe() {
    observedLast = System.nanoTime();
    machinery.observations().begin(parts.orElseThrow().observers());
  }

  /** Does what is due; called from time to time. */
  void tick() {
    if (closed || !lock.tryLock()) {
      return;
    }
    try {
      machinery.queueDueWork();
      if (parts.isPresent()) {
        settle();
        checkObservers(parts.get());
        checkDrained();
      }
    } catch (JMSException | SQLException | RuntimeException e) {
      PipelineLog.LOG.unreachable(machinery.name(), e);
    } finally {
      lock.unlock();
    }
  }

  private void checkObservers(PipelineParts there) {
    boolean all = draining || machinery.observations().areAll(there.observers());
    if (!all && System.nanoTime() - observedLast > Machinery.RETRY_NANOS) {
      observe();
    }
  }

  private void checkDrained() throws JMSException, SQLException {
    if (draining && started && machinery.isDrained()) {
      started = false;
      machinery.gate().set(false);
      PipelineLog.LOG.drained(machinery.name());
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public PipelineStatus status() {
    return machinery.status(state());
  }

  private State state() {
    if (parts.isEmpty()) {
      return State.WAITING;
    }
    if (!started) {
      return State.STOPPED;
    }
    if (!machinery.gate().inWindow()) {
      return State.CLOSED;
    }
    return draining ? State.DRAINING : State.RUNNING;
  }

  @Override
  public List<FailedEvent> failed(int limit) {
    return listed(() -> queue().failed().latest(limit));
  }

  @Override
  public List<FailedEvent> failed(FailedEvent.Reason reason, int limit) {
    return listed(() -> queue().failed().latest(event -> event.reason() == reason, limit));
  }

  @Override
  public long retryFailed(List<String> ids) {
    return listed(() -> queue().failed().retry(ids));
  }

  @Override
  public long purgeFailed(List<String> ids) {
    return listed(() -> queue().failed().purge(ids));
  }

  private PipelineQueue queue() {
    return machinery.queue();
  }

  private interface Listed<T> {
    T get() throws JMSException;
  }

  private <T> T listed(Listed<T> list) {
    try {
      return list.get();
    } catch (JMSException e) {
      throw new IllegalStateException("the failed list cannot be reached", e);
    } finally {
      machinery.census().outdate();
    }
  }

  @Override
  public void close() {
    locked(
        () -> {
          if (!closed) {
            rest();
            closed = true;
            machinery.close(this);
          }
        });
  }
}
