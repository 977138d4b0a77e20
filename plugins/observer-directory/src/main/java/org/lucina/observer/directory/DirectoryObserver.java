package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/**
 * Tells of files in a folder. One watcher writes what it finds into a journal, from which each
 * observation reads at its own pace; it begins with the first observation.
 */
final class DirectoryObserver implements Observer {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String name;
  private final Settings settings;
  private final Journal journal;
  private final Watcher watcher;
  private final Thread thread;
  private boolean begun;

  DirectoryObserver(String name, Settings settings, Journal journal) {
    this.name = name;
    this.settings = settings;
    this.journal = journal;
    this.watcher = new Watcher(settings, journal);
    this.thread = new Thread(watcher, "directory-watcher " + name);
    this.thread.setDaemon(true);
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return Set.of(DixelEvent.Kind.ADDED, DixelEvent.Kind.CHANGED);
  }

  @Override
  public String check() throws ObserverException {
    if (!Files.isDirectory(settings.root()) || !Files.isReadable(settings.root())) {
      throw new ObserverException("folder " + settings.root() + " is not there to be read");
    }
    return "folder " + settings.root() + " can be read, " + journal.size() + " files are known";
  }

  @Override
  public synchronized AutoCloseable observe(Optional<String> position, EventSink sink) {
    if (!begun) {
      begun = true;
      thread.start();
    }
    JournalSource source = new JournalSource(settings, journal, watcher);
    PolledObservation observation =
        PolledObservation.start("directory-observer " + name, PAUSE, position, sink, source);
    return () -> {
      observation.close();
      source.close();
    };
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
      journal.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      DirectoryLogger.LOG.failed(settings.root(), e);
    }
  }
}
