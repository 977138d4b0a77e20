package org.lucina.anonymizer.diana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.deid.scan.Finding;
import org.lucina.deid.scan.Finding.Kind;
import org.lucina.deid.scan.SurvivorScan;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SharedData;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** Real files of many kinds become shams, the same each time, or are refused. */
class SharedDataTest {
  /** Which DIANA kept, with the names in them. */
  private static final Set<String> DESCRIPTIONS = Set.of("(0008,1030)", "(0008,103E)");

  private static final Set<Kind> HIDDEN = Set.of(Kind.PRIVATE, Kind.UNSEEN);

  @Test
  void comeOutOrAreRefusedClearly() throws Exception {
    SharedData data = SharedData.orSkip();
    List<String> faults = new ArrayList<>();
    int out = 0;
    for (Path file : data.files()) {
      try {
        byte[] given = born(file);
        Anonymizer anonymizer = GivenShams.open();
        DataSet once = GivenShams.read(anonymizer.anonymize(dixel(given)));
        DataSet again = GivenShams.read(GivenShams.open().anonymize(dixel(given)));
        assertThat(again.string(Tag.SOPInstanceUID))
            .as(data.name(file))
            .isEqualTo(once.string(Tag.SOPInstanceUID));
        assertThat(once.string(Tag.PatientID).orElseThrow()).hasSize(32);
        for (Finding finding : SurvivorScan.compare(original(given), once)) {
          boolean name = finding.kind() == Kind.NAME_PART;
          if (name ? !DESCRIPTIONS.contains(finding.path()) : HIDDEN.contains(finding.kind())) {
            faults.add(data.name(file) + ": " + finding);
          }
        }
        out++;
      } catch (AnonymizerException e) {
        if (e.reason() != Reason.REFUSED) {
          faults.add(data.name(file) + ": " + e.reason() + " " + e.getMessage());
        }
      } catch (IOException | NoSuchElementException unreadable) {
        // What cannot be read cannot be given a birth date
      } catch (RuntimeException e) {
        faults.add(data.name(file) + ": " + e + " " + Arrays.toString(e.getStackTrace()));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(out).isGreaterThan(data.files().size() / 2);
  }

  /** The file with a birth date, which many lack. */
  private static byte[] born(Path file) throws Exception {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        DicomReader reader = DicomReader.of(in, DicomReader.Options.IN_MEMORY)) {
      DicomFile whole = reader.readFile();
      DataSet data = whole.dataSet();
      data.set(Tag.PatientBirthDate, "19421101");
      TransferSyntax syntax =
          TransferSyntax.of(whole.fileMeta().string(Tag.TransferSyntaxUID).orElseThrow());
      return new SyntheticObject("born", syntax, data).file();
    }
  }

  private static DataSet original(byte[] file) throws Exception {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile().dataSet();
    }
  }

  private static Dixel dixel(byte[] file) {
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, "file"))
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }
}
