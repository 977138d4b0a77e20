package org.lucina.observer.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a journal from some entry on, while others write to it. For one thread. */
final class JournalCursor implements AutoCloseable {
  private final Journal journal;
  private final Path file;
  private long generation = -1;
  private long passed;
  private Optional<BufferedReader> reader = Optional.empty();

  JournalCursor(Journal journal, Path file) {
    this.journal = journal;
    this.file = file;
  }

  /**
   * The next entries after a number, in order; none when there are no more for now. A number before
   * the last entry that was given has it begin anew.
   */
  List<Entry> next(long number, int limit) throws IOException {
    long end;
    synchronized (journal) {
      end = journal.last(); // what is written up to here is whole
      if (generation != journal.generation() || number < passed) {
        close();
        reader = Optional.of(Files.newBufferedReader(file));
        reader.get().readLine();
        generation = journal.generation();
      }
    }
    List<Entry> entries = new ArrayList<>();
    long seen = number;
    while (seen < end && entries.size() < limit) {
      String line = reader.orElseThrow().readLine();
      if (line == null) {
        break;
      }
      Optional<Entry> entry = Entry.parse(line).filter(it -> it.number() > number);
      if (entry.isPresent()) {
        entries.add(entry.get());
        seen = entry.get().number();
      }
    }
    passed = seen;
    return entries;
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
    }
  }
}
