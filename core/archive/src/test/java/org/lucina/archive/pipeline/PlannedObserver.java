package org.lucina.archive.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;

/** Tells what a test wants, when it wants. */
final class PlannedObserver implements Observer {
  private EventSink sink;
  private Optional<String> begunAt = Optional.empty();

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return Set.of(DixelEvent.Kind.values());
  }

  @Override
  public String check() {
    return "well";
  }

  @Override
  public synchronized AutoCloseable observe(Optional<String> position, EventSink to) {
    begunAt = position;
    sink = to;
    notifyAll();
    return () -> {
      synchronized (this) {
        sink = null;
      }
    };
  }

  synchronized Optional<String> begunAt() {
    return begunAt;
  }

  synchronized boolean isObserved() {
    return sink != null;
  }

  void tell(String position, DixelEvent... events) throws Exception {
    sink().accept(List.of(events), position);
  }

  synchronized EventSink sink() throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (sink == null && System.nanoTime() < end) {
      wait(100);
    }
    return sink;
  }

  @Override
  public void close() {}
}
