package org.lucina.archive.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Tells who is who: a row for each study, as it was and as it was put. Thread-safe. */
final class KeyFile implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "PatientName",
          "PatientID",
          "PatientBirthDate",
          "PatientSex",
          "AccessionNumber",
          "StudyDescription",
          "StudyInstanceUID",
          "StudyDate",
          "StudyTime",
          "ShamPatientName",
          "ShamPatientID",
          "ShamPatientBirthDate",
          "ShamAccessionNumber",
          "ShamStudyInstanceUID",
          "ShamStudyDate",
          "ShamStudyTime");
  private static final int STUDY_COLUMN = COLUMNS.indexOf("StudyInstanceUID");

  private final FileChannel channel;
  private final Set<String> studies = new HashSet<>();

  private KeyFile(FileChannel channel) {
    this.channel = channel;
  }

  static KeyFile open(Path file) throws IOException {
    KeyFile key = new KeyFile(DurableFile.append(file));
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      DurableFile.write(key.channel, CsvText.line(COLUMNS));
    }
    CsvText.parse(text).stream()
        .filter(row -> row.size() == COLUMNS.size())
        .forEach(row -> key.studies.add(row.get(STUDY_COLUMN)));
    return key;
  }

  /**
   * Adds a study that is not there yet.
   *
   * @param original attributes of the study
   * @param put attributes of one of its instances as it was put
   */
  synchronized void add(DataSet original, Optional<DataSet> put) throws IOException {
    String study = value(original, Tag.StudyInstanceUID);
    if (study.isEmpty() || studies.contains(study)) {
      return;
    }
    List<String> row = new ArrayList<>();
    for (int tag :
        new int[] {
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.AccessionNumber,
          Tag.StudyDescription,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime
        }) {
      row.add(value(original, tag));
    }
    DataSet sham = put.orElseGet(DataSet::new);
    for (int tag :
        new int[] {
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.AccessionNumber,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime
        }) {
      row.add(value(sham, tag));
    }
    DurableFile.write(channel, CsvText.line(row));
    studies.add(study);
  }

  private static String value(DataSet tags, int tag) {
    return tags.string(tag).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
