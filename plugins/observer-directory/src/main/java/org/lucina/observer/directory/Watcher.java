package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lucina.observer.directory.Entry.Kind;

/** Writes into the journal what is found in a folder, as long as it runs. */
final class Watcher implements Runnable {
  private static final Duration TURN = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 500;
  private static final String MARK = "";
  private static final Stamp NONE = new Stamp(0, 0);

  private final Settings settings;
  private final Journal journal;
  private final Set<Path> reported = new HashSet<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile Optional<String> trouble = Optional.empty();

  Watcher(Settings settings, Journal journal) {
    this.settings = settings;
    this.journal = journal;
  }

  /**
   * Waits until all that was there at the start is found.
   *
   * @param milliseconds to wait at most
   * @return whether it is
   */
  boolean awaitBegin(long milliseconds) throws InterruptedException {
    return begun.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Why the folder cannot be watched now. */
  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        watch();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() throws InterruptedException {
    Path root = settings.root();
    try (FolderWatch folder = FolderWatch.of(root, settings.names())) {
      if (!Files.isDirectory(root)) {
        throw new NotDirectoryException(root.toString());
      }
      if (journal.isNew() && !settings.existing()) {
        begin(folder);
      }
      observe(folder);
    } catch (NoSuchFileException | NotDirectoryException e) {
      trouble = Optional.of("folder " + root + " is not there");
    } catch (IOException | RuntimeException e) {
      DirectoryLogger.LOG.failed(root, e);
      trouble = Optional.of("folder " + root + " cannot be watched: " + e.getClass().getName());
    }
  }

  /** Takes all that is there for known. A mark shows that this was done, be it nothing. */
  private void begin(FolderWatch folder) throws IOException {
    List<Entry> there = new ArrayList<>();
    folder.scan((path, is) -> there.add(entry(Kind.ADDED, Stamp.of(is), name(path))));
    there.add(entry(Kind.GONE, NONE, MARK));
    journal.add(there);
  }

  private void observe(FolderWatch folder) throws IOException, InterruptedException {
    Resting resting = new Resting(settings.quiet());
    scan(folder, resting);
    trouble = Optional.empty();
    begun.countDown();
    long scanned = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        for (Path changed : folder.changes(patience(resting))) {
          resting.touch(changed, System.nanoTime());
        }
      } catch (FolderWatch.OverflowException e) {
        DirectoryLogger.LOG.overflow(settings.root());
        scanned = System.nanoTime() - settings.rescan().toNanos();
      }
      settle(resting.rested(System.nanoTime(), AT_ONCE));
      if (!Files.isDirectory(settings.root())) {
        throw new NoSuchFileException(settings.root().toString());
      }
      if (System.nanoTime() - scanned >= settings.rescan().toNanos()) {
        scan(folder, resting);
        scanned = System.nanoTime();
      }
    }
  }

  private Duration patience(Resting resting) {
    Duration quarter = settings.quiet().dividedBy(4).plusMillis(1);
    return resting.isEmpty() || quarter.compareTo(TURN) > 0 ? TURN : quarter;
  }

  /** Finds what has changed unnoticed, and forgets what is gone. */
  private void scan(FolderWatch folder, Resting resting) throws IOException {
    Set<String> missing = new HashSet<>(journal.paths());
    long now = System.nanoTime();
    folder.scan(
        (path, is) -> {
          String name = name(path);
          missing.remove(name);
          Stamp stamp = Stamp.of(is);
          if (journal.find(name).filter(known -> known.stamp().equals(stamp)).isEmpty()) {
            resting.touch(path, stamp, now);
          }
        });
    if (!Thread.currentThread().isInterrupted()) {
      reported.removeIf(path -> !Files.exists(path));
      journal.add(missing.stream().map(name -> entry(Kind.GONE, NONE, name)).toList());
    }
  }

  private void settle(List<Resting.Rested> rested) throws IOException {
    List<Entry> found = new ArrayList<>();
    int unreadable = 0;
    for (Resting.Rested each : rested) {
      String name = name(each.path());
      Optional<Known> known = journal.find(name);
      if (each.stamp().isEmpty()) {
        known.ifPresent(gone -> found.add(entry(Kind.GONE, NONE, name)));
      } else if (known.isEmpty() || !known.get().stamp().equals(each.stamp().get())) {
        try {
          found.add(entry(kind(each.path(), known), each.stamp().get(), name));
        } catch (IOException | RuntimeException e) {
          unreadable += reported.add(each.path()) ? 1 : 0;
        }
      }
    }
    if (unreadable > 0) {
      DirectoryLogger.LOG.unreadable(unreadable, settings.root());
    }
    journal.add(found);
  }

  private Kind kind(Path file, Optional<Known> known) throws IOException {
    boolean objects = settings.archives() && Archive.is(file) || Heads.read(file).isPresent();
    if (!objects) {
      return Kind.OTHER;
    }
    return known.filter(Known::object).isPresent() ? Kind.CHANGED : Kind.ADDED;
  }

  private static Entry entry(Kind kind, Stamp stamp, String name) {
    return new Entry(0, kind, stamp, name);
  }

  private String name(Path path) {
    return settings.root().relativize(path).toString();
  }
}
