package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.deid.scan.Finding;
import org.lucina.deid.scan.ScanPolicy;
import org.lucina.deid.scan.ScanPolicy.Retained;
import org.lucina.deid.scan.SurvivorScan;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SharedData;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** Nothing that identifies is found in what comes of real files, but for what options retain. */
class NothingSurvivesTest {
  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of(Map.of(), ScanPolicy.STRICT),
        Arguments.of(
            Map.of(
                "clean-descriptors", "true",
                "clean-graphics", "true",
                "clean-structured-content", "true",
                "retain-safe-private", "true",
                "retain-longitudinal", "modified"),
            ScanPolicy.STRICT),
        Arguments.of(
            Map.of(
                "retain-uids", "true",
                "retain-patient-characteristics", "true",
                "retain-device-identity", "true",
                "retain-institution-identity", "true",
                "retain-longitudinal", "full"),
            ScanPolicy.retaining(
                Retained.UIDS,
                Retained.DATES,
                Retained.CHARACTERISTICS,
                Retained.DEVICE,
                Retained.INSTITUTION)));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void isFound(Map<String, String> properties, ScanPolicy policy) throws Exception {
    SharedData data = SharedData.orSkip();
    List<String> survivors = new ArrayList<>();
    Map<String, String> all = new HashMap<>(properties);
    all.put("burned-in", "pass");
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, all)) {
      for (Path file : data.files()) {
        DicomFile result;
        DicomFile original;
        try {
          result = Given.read(Given.bytes(anonymizer.anonymize(dixel(file))));
          original = read(file);
        } catch (AnonymizerException | IOException refused) {
          continue;
        }
        for (Finding finding : SurvivorScan.compare(original, result, policy)) {
          survivors.add(data.name(file) + ": " + finding);
        }
      }
    }
    assertThat(survivors).isEmpty();
  }

  private static DicomFile read(Path file) throws Exception {
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }

  private static Dixel dixel(Path file) {
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, "given")).file(Content.of(file)).build();
  }
}
