package org.lucina.deid.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lucina.deid.text.Identifier;
import org.lucina.deid.text.Identifiers;
import org.lucina.deid.text.KnownIdentifiers;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.testing.SharedData;

@DisplayName("A scan of real files")
class SharedDataScanTest {
  private static final DicomReader.Options PIXELS_LEFT =
      new DicomReader.Options(
          ReadLimits.DEFAULT, ReadLimits.DEFAULT.valueLength(), Optional.empty());

  @Test
  @DisplayName("finds each identifier of a file in the file itself, and none in an empty one")
  void itself() {
    SharedData shared = SharedData.orSkip();
    List<String> missed = new ArrayList<>();
    int files = 0;
    int identifiers = 0;
    for (Path path : shared.files()) {
      Optional<DicomFile> file = read(path);
      if (file.isEmpty()) {
        continue;
      }
      files++;
      DataSet data = file.get().dataSet();
      KnownIdentifiers known = KnownIdentifiers.of(data);
      Set<String> found =
          SurvivorScan.compare(file.get(), file.get(), ScanPolicy.STRICT).stream()
              .map(Finding::path)
              .collect(Collectors.toSet());
      for (Identifier identifier : Identifiers.of(data)) {
        if (counts(identifier, known)) {
          identifiers++;
          if (!found.contains(identifier.path())) {
            missed.add(shared.name(path) + " " + identifier);
          }
        }
      }
      assertThat(SurvivorScan.compare(data, new DataSet())).isEmpty();
    }
    assertThat(missed).isEmpty();
    assertThat(files).isGreaterThan(100);
    assertThat(identifiers).isGreaterThan(1000);
  }

  private static boolean counts(Identifier identifier, KnownIdentifiers known) {
    return switch (identifier.kind()) {
      case DATE, UID -> true;
      default -> {
        long letters = identifier.value().codePoints().filter(Character::isLetterOrDigit).count();
        yield letters > 3 && !known.identifiesNobody(identifier.value());
      }
    };
  }

  private static Optional<DicomFile> read(Path path) {
    try (DicomReader reader = DicomReader.of(path, PIXELS_LEFT)) {
      return Optional.of(reader.readFile());
    } catch (IOException noDicom) {
      return Optional.empty();
    }
  }
}
