package org.lucina.endpoint.csv;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/**
 * What is in the file: its columns, and where its rows are.
 *
 * @param header the columns, without names when the file is empty
 * @param index where rows begin
 * @param length bytes of whole rows
 * @param tail the last row, when it has no end of line
 */
record Contents(Header header, RowIndex index, long length, Optional<CsvRow> tail) {

  /** Reads the file once, from end to end. */
  static Contents read(Path file, CsvFormat format, DicomLevel level) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        CsvReader reader =
            new CsvReader(Channels.newInputStream(channel), format, 0, channel.size())) {
      Optional<CsvRow> first = reader.next();
      Header header = Header.of(level, first.map(CsvRow::cells).orElse(List.of()));
      RowIndex index = new RowIndex();
      if (first.isEmpty() || !first.get().ended()) {
        return new Contents(header, index, 0, first);
      }
      long length = first.get().end();
      long nameless = 0;
      for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        if (!row.get().ended()) {
          return new Contents(header, index, length, row);
        }
        length = row.get().end();
        String identifier = header.hasKey() ? header.identifier(row.get()) : "";
        if (identifier.isEmpty()) {
          nameless++;
        } else {
          index.add(identifier, row.get().start());
        }
      }
      if (nameless > 0) {
        CsvLogger.LOG.nameless(nameless, file);
      }
      return new Contents(header, index, length, Optional.empty());
    }
  }
}
