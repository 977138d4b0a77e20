package org.lucina.archive.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/**
 * Tells who is who: a row for each study, as it was and as it was put. Thread-safe. The file is
 * open only while a row is added, so that it may be taken away: then it begins anew.
 */
public final class KeyFile {
  /** Attributes of a study that it tells, to be asked for where the study is found. */
  public static final List<Integer> TOLD =
      List.of(
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.AccessionNumber,
          Tag.StudyDescription,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime);

  private static final List<Column> ORIGINAL = columns(TOLD);
  private static final List<Column> SHAM =
      columns(
          List.of(
              Tag.PatientName,
              Tag.PatientID,
              Tag.PatientBirthDate,
              Tag.AccessionNumber,
              Tag.StudyInstanceUID,
              Tag.StudyDate,
              Tag.StudyTime));
  private static final Column STUDY = Column.of(Tag.StudyInstanceUID);

  private final Path file;
  private final Set<String> studies = new HashSet<>();

  /** One that may be there already, in a folder that is. */
  public KeyFile(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      DurableFile.append(file).close(); // a row that was cut off is none
      read();
    }
  }

  private static List<Column> columns(List<Integer> tags) {
    return tags.stream().map(Column::of).toList();
  }

  private void read() throws IOException {
    int study = ORIGINAL.indexOf(STUDY);
    try (CsvReader rows =
        new CsvReader(Files.newInputStream(file), CsvFormat.GUARDED, 0, Files.size(file))) {
      for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        studies.add(row.get().cell(study));
      }
    }
  }

  /** Whether it has a row of a study. */
  public synchronized boolean has(String study) {
    return studies.contains(study) && Files.exists(file);
  }

  /**
   * Adds a study that is not there yet.
   *
   * @param original attributes of the study
   * @param put attributes of one of its instances as it was put
   */
  public synchronized void add(DataSet original, Optional<DataSet> put) throws IOException {
    String study = value(original, STUDY);
    if (study.isEmpty() || has(study)) {
      return;
    }
    DataSet sham = put.orElseGet(DataSet::new);
    try (FileChannel channel = DurableFile.append(file)) {
      if (channel.size() == 0) {
        studies.clear();
        DurableFile.write(channel, CsvFormat.GUARDED.line(names()));
      }
      DurableFile.write(
          channel,
          CsvFormat.GUARDED.line(
              Stream.concat(
                      ORIGINAL.stream().map(column -> value(original, column)),
                      SHAM.stream().map(column -> value(sham, column)))
                  .toList()));
    }
    studies.add(study);
  }

  private static List<String> names() {
    Stream<String> sham = SHAM.stream().map(column -> "Sham" + column.name());
    return Stream.concat(ORIGINAL.stream().map(Column::name), sham).toList();
  }

  private static String value(DataSet tags, Column column) {
    return tags.string(column.tag()).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
  }
}
