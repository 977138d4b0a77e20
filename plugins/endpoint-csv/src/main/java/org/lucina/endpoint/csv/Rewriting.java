package org.lucina.endpoint.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.storage.Folder;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/** Writes a file anew beside it, with some rows replaced or left out, and puts it in its place. */
final class Rewriting {
  private final CsvFormat format;
  private final Header header;
  private final RowIndex index = new RowIndex();
  private long length;

  /**
   * Prepares it.
   *
   * @param header the columns from now on
   */
  Rewriting(CsvFormat format, Header header) {
    this.format = format;
    this.header = header;
  }

  /**
   * Writes it.
   *
   * @param old what is in the file
   * @param changed rows by identifier; empty to leave out
   * @param added rows that come behind, by identifier
   * @return what is in the file now
   */
  Contents write(
      Path file,
      Contents old,
      Map<String, Optional<List<String>>> changed,
      Map<String, List<String>> added,
      Path temporary)
      throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        CsvReader reader = new CsvReader(Channels.newInputStream(in), format, 0, old.length());
        FileChannel out =
            FileChannel.open(
                temporary,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
      line(stream, header.names());
      if (reader.next().isPresent()) {
        rows(reader, old.header(), changed, stream);
      }
      for (Map.Entry<String, List<String>> row : added.entrySet()) {
        index.add(row.getKey(), length);
        line(stream, row.getValue());
      }
      stream.flush();
      out.force(true);
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Folder.sync(file.getParent());
    return new Contents(header, index, length, Optional.empty());
  }

  private void rows(
      CsvReader reader,
      Header before,
      Map<String, Optional<List<String>>> changed,
      OutputStream out)
      throws IOException {
    Set<String> done = new HashSet<>();
    for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
      String identifier = before.hasKey() ? before.identifier(row.get()) : "";
      Optional<List<String>> cells = Optional.of(header.fill(row.get()));
      if (changed.containsKey(identifier)) {
        // Of several rows of one dixel, one is left.
        cells = done.add(identifier) ? changed.get(identifier) : Optional.empty();
      }
      if (cells.isPresent()) {
        if (!identifier.isEmpty()) {
          index.add(identifier, length);
        }
        line(out, cells.get());
      }
    }
  }

  private void line(OutputStream out, List<String> cells) throws IOException {
    byte[] line = format.line(cells);
    out.write(line);
    length += line.length;
  }
}
