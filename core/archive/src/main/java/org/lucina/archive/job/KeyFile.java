package org.lucina.archive.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/** Tells who is who: a row for each study, as it was and as it was put. Thread-safe. */
final class KeyFile implements AutoCloseable {
  private static final List<Column> ORIGINAL =
      columns(
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.AccessionNumber,
          Tag.StudyDescription,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime);
  private static final List<Column> SHAM =
      columns(
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.AccessionNumber,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime);
  private static final Column STUDY = Column.of(Tag.StudyInstanceUID);

  private final FileChannel channel;
  private final Set<String> studies = new HashSet<>();

  private KeyFile(FileChannel channel) {
    this.channel = channel;
  }

  private static List<Column> columns(int... tags) {
    return IntStream.of(tags).mapToObj(Column::of).toList();
  }

  static KeyFile open(Path file) throws IOException {
    KeyFile key = new KeyFile(DurableFile.append(file));
    try {
      key.read(file);
      return key;
    } catch (IOException | RuntimeException e) {
      key.close();
      throw e;
    }
  }

  private void read(Path file) throws IOException {
    long length = Files.size(file);
    if (length == 0) {
      Stream<String> sham = SHAM.stream().map(column -> "Sham" + column.name());
      write(Stream.concat(ORIGINAL.stream().map(Column::name), sham).toList());
      return;
    }
    int study = ORIGINAL.indexOf(STUDY);
    try (CsvReader rows = new CsvReader(Files.newInputStream(file), CsvFormat.GUARDED, 0, length)) {
      for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        studies.add(row.get().cell(study));
      }
    }
  }

  /**
   * Adds a study that is not there yet.
   *
   * @param original attributes of the study
   * @param put attributes of one of its instances as it was put
   */
  synchronized void add(DataSet original, Optional<DataSet> put) throws IOException {
    String study = value(original, STUDY);
    if (study.isEmpty() || studies.contains(study)) {
      return;
    }
    DataSet sham = put.orElseGet(DataSet::new);
    write(
        Stream.concat(
                ORIGINAL.stream().map(column -> value(original, column)),
                SHAM.stream().map(column -> value(sham, column)))
            .toList());
    studies.add(study);
  }

  private void write(List<String> cells) throws IOException {
    DurableFile.write(channel, CsvFormat.GUARDED.line(cells));
  }

  private static String value(DataSet tags, Column column) {
    return tags.string(column.tag()).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
