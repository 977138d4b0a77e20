package org.lucina.spi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;

/** Tells that the instances listed in a file are added; its position is the number of lines. */
final class ListObserver implements Observer {
  private static final long PAUSE_MILLIS = 100;

  private final Path file;
  private final int batch;

  ListObserver(Path file, int batch) {
    this.file = file;
    this.batch = batch;
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return Set.of(DixelEvent.Kind.ADDED);
  }

  @Override
  public String check() throws ObserverException {
    if (!Files.isReadable(file)) {
      throw new ObserverException("the list cannot be read");
    }
    return "the list can be read";
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    long from = position.map(Long::parseLong).orElse(0L);
    // The sink may swallow the interrupt that breaks it off.
    CountDownLatch ended = new CountDownLatch(1);
    Thread teller = new Thread(() -> tell(from, sink, ended), "list observer");
    teller.setDaemon(true);
    teller.start();
    return () -> {
      ended.countDown();
      teller.interrupt();
      teller.join();
    };
  }

  private void tell(long from, EventSink sink, CountDownLatch ended) {
    long told = from;
    try {
      long pause;
      do {
        pause = PAUSE_MILLIS;
        try {
          List<DixelEvent> events = events(told);
          if (!events.isEmpty()) {
            sink.accept(events, Long.toString(told + events.size()));
            told += events.size();
            pause = 0;
          }
        } catch (IOException | EventsNotTakenException e) {
          sink.troubled(e.getMessage());
        }
      } while (!ended.await(pause, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<DixelEvent> events(long from) throws IOException {
    String text = Files.readString(file);
    // A line that is still being written has no end yet.
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .skip(from)
        .limit(batch)
        .map(ListObserver::event)
        .toList();
  }

  private static DixelEvent event(String line) {
    String[] uids = line.split(" ");
    return new DixelEvent(
        uids[2],
        DixelEvent.Kind.ADDED,
        Reference.instance(uids[0], uids[1], uids[2]),
        Instant.now());
  }

  @Override
  public void close() {}
}
