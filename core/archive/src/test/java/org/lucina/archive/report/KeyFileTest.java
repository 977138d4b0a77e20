package org.lucina.archive.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

class KeyFileTest {
  @TempDir private Path folder;

  @Test
  void aRowThatACrashHasCutOffIsWrittenAgain() throws Exception {
    Path file = folder.resolve("key.csv");
    KeyFile before = new KeyFile(file);
    before.add(study("A", "1.1"), Optional.of(study("SHAM-A", "2.25.1")));
    before.add(study("B", "1.2"), Optional.of(study("SHAM-B", "2.25.2")));
    String whole = Files.readString(file);
    for (int cut = whole.indexOf("B,"); cut < whole.length(); cut++) {
      Files.writeString(file, whole.substring(0, cut));
      KeyFile after = new KeyFile(file);
      assertThat(after.has("1.1")).isTrue();
      assertThat(after.has("1.2")).as("cut at %d", cut).isFalse();
      after.add(study("B", "1.2"), Optional.of(study("SHAM-B", "2.25.2")));
      assertThat(file).hasContent(whole);
    }
  }

  @Test
  void aStudyHasOneRow() throws Exception {
    Path file = folder.resolve("key.csv");
    new KeyFile(file).add(study("A", "1.1"), Optional.empty());
    KeyFile after = new KeyFile(file);
    after.add(study("A", "1.1"), Optional.of(study("SHAM-A", "2.25.1")));
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  private static DataSet study(String patient, String study) {
    return new DataSet().set(Tag.PatientID, patient).set(Tag.StudyInstanceUID, study);
  }
}
