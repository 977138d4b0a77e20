package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** Parts the path of an archive and the name of an entry, as dcmdir does. */
  private static final String IN_ARCHIVE = "!/";

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
    if (trouble.isPresent()) {
      troubled = true;
      throw new ObserverException(trouble.get());
    }
    if (position.isEmpty()) {
      return begin(sink);
    }
    long number = number(position.get());
    if (troubled) {
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
    Telling telling = new Telling(sink, this::position, told);
    try {
      while (!Thread.currentThread().isInterrupted() && journal.await(number, PATIENCE)) {
        for (Entry entry : cursor.next(number, AT_ONCE)) {
          tell(entry, telling);
          number = entry.number();
          telling.end(number);
        }
        telling.give();
      }
      return number;
    } catch (IOException e) {
      throw new ObserverException("what was found in the folder cannot be read: " + e, e);
    }
  }

  /** Nothing for what is gone meanwhile, is no object, or cannot be read any more. */
  private void tell(Entry entry, Telling telling)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    if (entry.kind() == Kind.GONE || entry.kind() == Kind.OTHER) {
      return;
    }
    Path file = settings.root().resolve(entry.path());
    try {
      if (settings.archives() && Archive.is(file)) {
        Archive.<EventsNotTakenException>visit(
            file,
            (name, head) -> telling.add(event(entry, entry.path() + IN_ARCHIVE + name, head)));
        return;
      }
      Optional<DataSet> head = Heads.read(file);
      if (head.isPresent()) {
        telling.add(event(entry, entry.path(), head.get()));
      } else {
        checkRoot();
      }
    } catch (IOException e) {
      checkRoot();
      DirectoryLogger.LOG.passedOver(settings.root());
    }
  }

  /** Where the folder has gone, nothing that was in it can be told to be gone. */
  private void checkRoot() throws ObserverException {
    if (!Files.isDirectory(settings.root())) {
      throw new ObserverException("folder " + settings.root() + " is not there");
    }
  }

  private static DixelEvent event(Entry entry, String key, DataSet head) {
    Reference reference = Reference.of(DicomLevel.INSTANCE, head).orElseThrow();
    return new DixelEvent(
        id(key, entry.stamp()),
        entry.kind() == Kind.ADDED ? DixelEvent.Kind.ADDED : DixelEvent.Kind.CHANGED,
        reference.withKey(key),
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

  /** By key and stamp, but not telling the key, which may name a patient. */
  private static String id(String key, Stamp stamp) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getBytes(StandardCharsets.UTF_8));
      ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
      numbers.putLong(stamp.size()).putLong(stamp.modified());
      return HexFormat.of().formatHex(digest.digest(numbers.array()));
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
