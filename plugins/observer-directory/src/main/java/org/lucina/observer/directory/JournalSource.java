package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.observer.directory.Entry.Kind;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/**
 * Makes events of what a journal says. A position is the journal's id and the number of the entry
 * that was told last.
 */
final class JournalSource implements PolledObservation.Source, AutoCloseable {
  private static final int AT_ONCE = 200;
  private static final long PATIENCE = 1_000;
  private static final String BETWEEN = ":";

  private final Settings settings;
  private final Journal journal;
  private final Watcher watcher;
  private final JournalCursor cursor;
  private boolean troubled;

  JournalSource(Settings settings, Journal journal, Watcher watcher) {
    this.settings = settings;
    this.journal = journal;
    this.watcher = watcher;
    this.cursor = journal.cursor();
  }

  @Override
  public Optional<String> look(Optional<String> position, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    Optional<String> trouble = watcher.trouble();
    if (trouble.isPresent() && !troubled) {
      troubled = true;
      throw new ObserverException(trouble.get());
    }
    if (position.isEmpty()) {
      return begin(sink);
    }
    long number = number(position.get());
    if (troubled && trouble.isEmpty()) {
      sink.accept(List.of(), position(number));
      troubled = false;
    }
    return Optional.of(position(tell(number, sink)));
  }

  private Optional<String> begin(EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    if (settings.existing()) {
      return Optional.of(position(0));
    }
    if (!watcher.awaitBegin(PATIENCE)) {
      return Optional.empty();
    }
    String now = position(journal.last());
    sink.accept(List.of(), now);
    return Optional.of(now);
  }

  private long tell(long told, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    long number = told;
    try {
      while (!Thread.currentThread().isInterrupted() && journal.await(number, PATIENCE)) {
        List<DixelEvent> events = new ArrayList<>();
        for (Entry entry : cursor.next(number, AT_ONCE)) {
          event(entry).ifPresent(events::add);
          number = entry.number();
        }
        sink.accept(events, position(number));
      }
      return number;
    } catch (IOException e) {
      throw new ObserverException("what was found in the folder cannot be read: " + e, e);
    }
  }

  /** Empty for what is gone meanwhile, is no object, or cannot be read any more. */
  private Optional<DixelEvent> event(Entry entry) {
    if (entry.kind() == Kind.GONE || entry.kind() == Kind.OTHER) {
      return Optional.empty();
    }
    Path file = settings.root().resolve(entry.path());
    try {
      return Heads.read(file).map(head -> event(entry, head));
    } catch (IOException e) {
      DirectoryLogger.LOG.unreadable(1, settings.root());
      return Optional.empty();
    }
  }

  private static DixelEvent event(Entry entry, DataSet head) {
    Reference reference = Reference.of(DicomLevel.INSTANCE, head).orElseThrow();
    return new DixelEvent(
        id(entry),
        entry.kind() == Kind.ADDED ? DixelEvent.Kind.ADDED : DixelEvent.Kind.CHANGED,
        reference.withKey(entry.path()),
        Instant.EPOCH.plus(entry.stamp().modified(), ChronoUnit.MICROS),
        small(head));
  }

  /** Without what is large: values by reference, and what describes each of many frames. */
  private static DataSet small(DataSet head) {
    DataSet small = new DataSet();
    for (Element element : head) {
      if (!(element.value() instanceof BulkData)
          && element.tag() != Tag.PerFrameFunctionalGroupsSequence) {
        small.put(element);
      }
    }
    return small;
  }

  /** By path and stamp, but not telling the path, which may name a patient. */
  private static String id(Entry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(entry.path().getBytes(StandardCharsets.UTF_8));
      ByteBuffer stamp = ByteBuffer.allocate(2 * Long.BYTES);
      stamp.putLong(entry.stamp().size()).putLong(entry.stamp().modified());
      return HexFormat.of().formatHex(digest.digest(stamp.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String position(long number) {
    return journal.id() + BETWEEN + number;
  }

  /** That of another journal says nothing of this one, which is then told from its beginning. */
  private long number(String position) {
    String own = journal.id() + BETWEEN;
    if (!position.startsWith(own)) {
      return 0;
    }
    try {
      return Long.parseLong(position.substring(own.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
