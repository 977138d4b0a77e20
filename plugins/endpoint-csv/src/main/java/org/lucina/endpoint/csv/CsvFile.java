package org.lucina.endpoint.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.spi.storage.Folder;
import org.lucina.spi.storage.GroupCommit;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/**
 * The file: rows are added behind and synced, many callers' at once; a row that changes, and a
 * column that is new, write it anew. What others do to it meanwhile is seen before each call.
 */
final class CsvFile implements AutoCloseable {
  private static final int MOST_AT_ONCE = 1000;

  private final Path path;
  private final CsvFormat format;
  private final Choice choice;
  private final Workplace workplace;
  private final GroupCommit<Change> changes = new GroupCommit<>(MOST_AT_ONCE, this::apply);
  private Contents contents;
  private List<Object> stamp;

  private CsvFile(Path path, CsvFormat format, Choice choice, Workplace workplace)
      throws IOException {
    this.path = path;
    this.format = format;
    this.choice = choice;
    this.workplace = workplace;
    if (Files.notExists(path)) {
      Files.createFile(path);
      Folder.sync(path.getParent());
    }
    load(workplace.afterCrash());
    workplace.begin();
  }

  /** Opens a file, made when absent, and mends what a crash has left of it. */
  static CsvFile open(Path path, CsvFormat format, Choice choice) throws IOException {
    Files.createDirectories(path.getParent());
    Workplace workplace = Workplace.of(path);
    try {
      return new CsvFile(path, format, choice, workplace);
    } catch (IOException | RuntimeException e) {
      workplace.close();
      throw e;
    }
  }

  /** Reads the file, whose last line is ended, or cut off where a crash has left it. */
  private void load(boolean afterCrash) throws IOException {
    contents = Contents.read(path, format, choice.level());
    if (contents.tail().isPresent()) {
      try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
        if (afterCrash) {
          CsvLogger.LOG.mended(out.size() - contents.length(), path);
          out.truncate(contents.length());
        } else if (contents.tail().get().quoteOpen()) {
          throw new IOException("it ends within quotes");
        } else {
          out.write(ByteBuffer.wrap("\r\n".getBytes(StandardCharsets.US_ASCII)), out.size());
        }
        out.force(true);
      }
      contents = Contents.read(path, format, choice.level());
    }
    stamp = look();
  }

  private List<Object> look() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return List.of(now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()));
  }

  private void refresh() throws IOException {
    if (!look().equals(stamp)) {
      load(false);
    }
  }

  /** Returns when the change is in the file for good. */
  void change(Change change) throws IOException {
    changes.submit(change);
    change.check();
  }

  private synchronized void apply(List<Change> batch) {
    try {
      refresh();
      write(batch);
      stamp = look();
    } catch (IOException | RuntimeException e) {
      batch.forEach(change -> change.failed(e));
    }
  }

  private void write(List<Change> batch) throws IOException {
    Header header = contents.header();
    for (Change change : batch) {
      if (change.tags().isPresent()) {
        header = header.with(choice.of(change.tags().get()));
      }
    }
    Map<String, Optional<List<String>>> changed = new LinkedHashMap<>();
    Map<String, List<String>> added = new LinkedHashMap<>();
    for (Change change : batch) {
      sort(change, header, changed, added);
    }
    boolean sameColumns = header.names().equals(contents.header().names());
    if (!changed.isEmpty() || !sameColumns && contents.length() > 0) {
      contents =
          new Rewriting(format, header)
              .write(path, contents, changed, added, workplace.rewritten());
    } else if (!added.isEmpty()) {
      append(header, added);
    }
  }

  /** Decides whether a change replaces or removes a row, adds one, or leaves all as it is. */
  private void sort(
      Change change,
      Header header,
      Map<String, Optional<List<String>>> changed,
      Map<String, List<String>> added)
      throws IOException {
    String identifier = change.identifier();
    Optional<CsvRow> before = row(identifier);
    if (change.tags().isEmpty()) {
      added.remove(identifier);
      before.ifPresent(row -> changed.put(identifier, Optional.empty()));
      return;
    }
    List<String> cells = header.cells(choice::has, change.tags().get(), before);
    try {
      format.line(cells);
    } catch (CharacterCodingException e) {
      change.failed(new IOException("the character set of the file lacks a character", e));
      return;
    }
    if (before.isEmpty()) {
      added.put(identifier, cells);
    } else if (changed.containsKey(identifier) || !header.fill(before.get()).equals(cells)) {
      changed.put(identifier, Optional.of(cells));
    }
  }

  private void append(Header header, Map<String, List<String>> added) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    if (contents.length() == 0) {
      lines.writeBytes(format.line(header.names()));
    }
    Map<String, Long> starts = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> row : added.entrySet()) {
      starts.put(row.getKey(), contents.length() + lines.size());
      lines.writeBytes(format.line(row.getValue()));
    }
    // No channel: an interrupt of one caller would close it on the rows of all
    try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
      try {
        out.seek(contents.length());
        out.write(lines.toByteArray());
        out.getFD().sync();
      } catch (IOException e) {
        out.setLength(contents.length());
        throw e;
      }
    }
    starts.forEach(contents.index()::add);
    contents =
        new Contents(header, contents.index(), contents.length() + lines.size(), Optional.empty());
  }

  private Optional<CsvRow> row(String identifier) throws IOException {
    OptionalLong start =
        contents
            .index()
            .find(identifier, at -> contents.header().identifier(rowAt(at)).equals(identifier));
    return start.isPresent() ? Optional.of(rowAt(start.getAsLong())) : Optional.empty();
  }

  private CsvRow rowAt(long start) throws IOException {
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
        CsvReader reader =
            new CsvReader(
                Channels.newInputStream(in.position(start)), format, start, contents.length())) {
      return reader.next().orElseThrow(() -> new IOException("a row at " + start + " is gone"));
    }
  }

  /** The row of an identifier, with the columns that it is read by. */
  synchronized Optional<Found> find(String identifier) throws IOException {
    refresh();
    Header header = contents.header();
    return row(identifier).map(row -> new Found(header, row));
  }

  /** Begins to read all rows that there are now. */
  synchronized Rows rows() throws IOException {
    refresh();
    FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
    CsvReader reader = new CsvReader(Channels.newInputStream(in), format, 0, contents.length());
    reader.next();
    return new Rows(contents.header(), reader);
  }

  /** How many rows have an identifier. */
  synchronized int size() throws IOException {
    refresh();
    return contents.index().size();
  }

  /** A row and the columns that it is read by. */
  record Found(Header header, CsvRow row) {}

  /** Rows that are read one by one; close it. */
  record Rows(Header header, CsvReader reader) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try (workplace) {
      workplace.end();
    }
  }
}
