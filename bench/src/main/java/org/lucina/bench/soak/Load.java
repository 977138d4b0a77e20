package org.lucina.bench.soak;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lucina.bench.client.WrongAnswerException;

/** Several workers that run cycles, each begun so long after its last one began, or at once. */
final class Load implements AutoCloseable {
  private final ScheduledExecutorService workers;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Exception> fault = new AtomicReference<>();

  /** Begins. */
  Load(Cycle cycle, int number, long periodMillis) {
    workers = Executors.newScheduledThreadPool(number);
    for (int worker = 0; worker < number; worker++) {
      workers.scheduleAtFixedRate(
          () -> run(cycle), worker * periodMillis / number, periodMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void run(Cycle cycle) {
    if (fault.get() != null) {
      return;
    }
    try {
      cycle.run(begun.getAndIncrement());
      done.incrementAndGet();
    } catch (IOException | WrongAnswerException e) {
      if (!workers.isShutdown()) {
        fault.compareAndSet(null, e);
      }
    }
  }

  /** Cycles that are over. */
  long cycles() {
    return done.get();
  }

  /** What went wrong first; nothing is done after that. */
  Optional<Exception> fault() {
    return Optional.ofNullable(fault.get());
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
