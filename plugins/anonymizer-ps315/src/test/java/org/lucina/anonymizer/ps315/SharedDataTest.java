package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.testing.Dciodvfy;
import org.lucina.dicom.testing.SharedData;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** Real files of many kinds. */
class SharedDataTest {
  @TempDir private Path folder;

  static Stream<Map<String, String>> configurations() {
    return Stream.of(
        Map.of("burned-in", "pass"),
        Map.of(
            "burned-in", "pass",
            "clean-descriptors", "true",
            "clean-graphics", "true",
            "clean-structured-content", "true",
            "retain-longitudinal", "modified"),
        Map.of(
            "burned-in", "pass",
            "retain-uids", "true",
            "retain-patient-characteristics", "true",
            "retain-device-identity", "true",
            "retain-institution-identity", "true",
            "retain-safe-private", "true",
            "retain-longitudinal", "full"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void comeOutOrAreRefusedClearly(Map<String, String> properties) throws Exception {
    SharedData data = SharedData.orSkip();
    List<String> faults = new ArrayList<>();
    int out = 0;
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      for (Path file : data.files()) {
        try {
          byte[] once = Given.bytes(anonymizer.anonymize(dixel(file)));
          byte[] again = Given.bytes(anonymizer.anonymize(dixel(file)));
          assertThat(again).as(data.name(file)).isEqualTo(once);
          Given.bytes(anonymizer.anonymize(Given.dixel(once)));
          out++;
        } catch (AnonymizerException e) {
          if (e.reason() != Reason.REFUSED) {
            faults.add(data.name(file) + ": " + e.reason() + " " + e.getMessage());
          }
        } catch (RuntimeException e) {
          faults.add(data.name(file) + ": " + e + " " + Arrays.toString(e.getStackTrace()));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(out).isGreaterThan(data.files().size() / 2);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void passDciodvfyNoWorseThanBefore(Map<String, String> properties) throws Exception {
    SharedData data = SharedData.orSkip();
    Dciodvfy validator = new Dciodvfy();
    List<String> worse = new ArrayList<>();
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      for (Path file : data.files()) {
        Path result = folder.resolve("result.dcm");
        try {
          Files.write(result, Given.bytes(anonymizer.anonymize(dixel(file))));
        } catch (AnonymizerException refused) {
          continue;
        }
        List<String> before = errors(validator, file);
        if (before.stream().anyMatch(SharedDataTest::isNoVerdict)) {
          continue;
        }
        Map<String, Integer> known = counted(before);
        counted(errors(validator, result))
            .forEach(
                (error, times) -> {
                  if (times > known.getOrDefault(error, 0)) {
                    worse.add(data.name(file) + ": " + error);
                  }
                });
      }
    }
    assertThat(worse).isEmpty();
  }

  /** Without UIDs, which are others now, and what File Meta Information repeats. */
  private static List<String> errors(Dciodvfy validator, Path file) throws Exception {
    return validator.errors(file).stream()
        .filter(line -> !line.contains("(0x0002,0x0003)"))
        .map(line -> line.replaceAll("UID [0-9.]+|[0-9]+(\\.[0-9]+){3,}|2\\.25\\.[0-9]+", "UID"))
        .toList();
  }

  /** Whether the original could not be read, so that nothing can be told of it. */
  private static boolean isNoVerdict(String error) {
    return error.contains("read failed")
        || error.contains("Tags out of order")
        || error.contains("Object Not found");
  }

  private static Map<String, Integer> counted(List<String> errors) {
    Map<String, Integer> counted = new HashMap<>();
    errors.forEach(error -> counted.merge(error, 1, Integer::sum));
    return counted;
  }

  private static Dixel dixel(Path file) {
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, "given")).file(Content.of(file)).build();
  }
}
