package org.lucina.observer.directory;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lucina.observer.directory.Entry.Kind;
import org.lucina.spi.storage.Folder;

/**
 * Numbers what was found, and remembers it over restarts: a file of lines, synced before anybody is
 * told. Thread-safe.
 */
final class Journal implements AutoCloseable {
  private static final String NAME = "journal";
  private static final String NEW_NAME = "journal.new";
  private static final int WORTHWHILE = 10_000;

  private final Path file;
  private final Map<String, Known> known = new HashMap<>();
  private String id = "";
  private FileChannel channel;
  private long last;
  private long lines;
  private long generation;

  private Journal(Path file) {
    this.file = file;
  }

  /** Opens the journal in a folder, and begins one when there is none. */
  static Journal open(Path folder) throws IOException {
    Journal journal = new Journal(folder.resolve(NAME));
    if (Files.exists(journal.file)) {
      journal.load();
    }
    if (journal.id.isEmpty()) {
      journal.id = UUID.randomUUID().toString();
    }
    journal.rewrite(); // drops a last line that is not whole
    return journal;
  }

  /** Which journal it is: numbers of another one mean nothing here. */
  String id() {
    return id;
  }

  /** Whether nothing was ever found. */
  synchronized boolean isNew() {
    return last == 0;
  }

  /** Number of the latest entry, 0 for none. */
  synchronized long last() {
    return last;
  }

  /** How many files are known. */
  synchronized int size() {
    return known.size();
  }

  /** What is known of a path. */
  synchronized Optional<Known> find(String path) {
    return Optional.ofNullable(known.get(path));
  }

  /** All paths that are known. */
  synchronized List<String> paths() {
    return List.copyOf(known.keySet());
  }

  /** Adds what was found, numbered anew, for good. */
  synchronized void add(List<Entry> found) throws IOException {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    List<Entry> numbered = new ArrayList<>();
    long number = last;
    for (Entry each : found) {
      Entry entry = new Entry(++number, each.kind(), each.stamp(), each.path());
      text.append(entry.line()).append('\n');
      numbered.add(entry);
    }
    write(channel, text);
    channel.force(false);
    numbered.forEach(this::remember);
    notifyAll();
    if (lines > 2L * known.size() + WORTHWHILE) {
      rewrite();
    }
  }

  private void remember(Entry entry) {
    last = entry.number();
    lines++;
    if (entry.kind() == Kind.GONE) {
      known.remove(entry.path());
    } else {
      known.put(entry.path(), new Known(entry.number(), entry.stamp(), entry.kind() != Kind.OTHER));
    }
  }

  /**
   * Waits until there are entries after a number.
   *
   * @param milliseconds to wait at most
   * @return whether there are
   */
  synchronized boolean await(long number, long milliseconds) throws InterruptedException {
    if (last <= number) {
      wait(milliseconds);
    }
    return last > number;
  }

  /** Reads entries from the first one on; those that were left out by then are not there. */
  JournalCursor cursor() {
    return new JournalCursor(this, file);
  }

  /** Changes when the file is written anew. */
  synchronized long generation() {
    return generation;
  }

  private void load() throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      id = Optional.ofNullable(reader.readLine()).orElse("");
      String line = reader.readLine();
      while (line != null) {
        Entry.parse(line).ifPresent(this::remember);
        line = reader.readLine();
      }
    }
  }

  /** Leaves out all entries but the latest one of each file that is there. */
  private void rewrite() throws IOException {
    Path next = file.resolveSibling(NEW_NAME);
    lines = 0;
    try (FileChannel out =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        BufferedWriter writer =
            new BufferedWriter(Channels.newWriter(out, StandardCharsets.US_ASCII))) {
      writer.write(id + "\n");
      copyLatest(writer);
      writer.flush();
      out.force(true);
    }
    close();
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    Folder.sync(file.toAbsolutePath().getParent());
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    generation++;
  }

  private void copyLatest(BufferedWriter writer) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      reader.readLine();
      String line = reader.readLine();
      while (line != null) {
        Optional<Entry> entry = Entry.parse(line);
        if (entry.isPresent() && isNeeded(entry.get())) {
          writer.write(line + "\n");
          lines++;
        }
        line = reader.readLine();
      }
    }
  }

  /** The last of all is kept, even that of a file that is gone, since numbers go on from it. */
  private boolean isNeeded(Entry entry) {
    Known latest = known.get(entry.path());
    return entry.number() == last || latest != null && latest.number() == entry.number();
  }

  private static void write(FileChannel to, CharSequence text) throws IOException {
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
