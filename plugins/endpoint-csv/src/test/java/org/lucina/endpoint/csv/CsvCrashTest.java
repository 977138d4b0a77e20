package org.lucina.endpoint.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** Rows whose put has returned survive that the process is killed. */
class CsvCrashTest {
  private static final int THREADS = 4;

  @TempDir private Path temp;

  @Test
  void nothingAcknowledgedIsLostByKill() throws Exception {
    Path file = temp.resolve("rows.csv");
    for (int round = 0; round < 3; round++) {
      List<String> acknowledged = killed(file, round);

      try (Endpoint csv = open(file)) {
        for (String uid : acknowledged) {
          assertThat(csv.exists(Reference.study(uid))).as(uid).isTrue();
        }
      }
      assertThat(Files.readAllLines(file)).doesNotHaveDuplicates();
      assertThat(Files.readAllLines(file).subList(1, 20))
          .allMatch(row -> row.split(",").length == 3);
    }
  }

  @Test
  void anInterruptLeavesNoRowHalf() throws Exception {
    Path file = temp.resolve("rows.csv");
    Dixel study =
        Dixel.of(Reference.study("1.2.3"))
            .tags(new DataSet().set(Tag.StudyInstanceUID, "1.2.3"))
            .build();
    try (Endpoint csv = open(file)) {
      Thread.currentThread().interrupt();
      try {
        csv.put(study);
      } finally {
        assertThat(Thread.interrupted()).as("the caller still knows of it").isTrue();
      }
      csv.put(study);
    }
    assertThat(Files.readAllLines(file))
        .containsExactly("StudyInstanceUID,PatientName,StudyDescription", "1.2.3,,");
  }

  /** What a process has put when it is killed after a while. */
  private List<String> killed(Path file, int round) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = writer.inputReader()) {
      for (String uid = lines.readLine(); uid != null; uid = lines.readLine()) {
        acknowledged.add(uid);
        if (acknowledged.size() == 500) {
          writer.toHandle().destroyForcibly();
        }
      }
    }
    writer.waitFor();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(500);
    return acknowledged;
  }

  private static Endpoint open(Path file) throws Exception {
    CsvProvider provider = new CsvProvider();
    Map<String, String> properties =
        Map.of("path", file.toString(), "columns", "PatientName,StudyDescription");
    return provider.create("test", provider.configSpec().check(properties), new LocalContext());
  }

  /** Puts rows until it is killed, and tells those whose put has returned. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      Endpoint csv = open(Path.of(arguments[0]));
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        new Thread(() -> put(csv, "1.2." + arguments[1] + "." + number)).start();
      }
    }

    private static void put(Endpoint csv, String root) {
      try {
        for (int i = 0; ; i++) {
          String uid = root + "." + i;
          DataSet tags =
              new DataSet()
                  .set(Tag.StudyInstanceUID, uid)
                  .set(Tag.PatientName, "DOE^" + i)
                  .set(Tag.StudyDescription, "as new");
          csv.put(Dixel.of(Reference.study(uid)).tags(tags).build());
          System.out.print(uid + "\n");
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
