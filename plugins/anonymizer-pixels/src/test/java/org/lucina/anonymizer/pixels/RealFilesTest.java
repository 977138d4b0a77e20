package org.lucina.anonymizer.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.deid.InstanceChange;
import org.lucina.dicom.testing.Dciodvfy;
import org.lucina.dicom.testing.SharedData;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** Real files pass, are blacked out, or are kept back; a result passes again unchanged. */
class RealFilesTest {
  static Stream<Path> files() {
    return SharedData.find().stream().flatMap(data -> data.files().stream());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("files")
  void aResultPassesAgainUnchanged(Path file) throws Exception {
    for (Map<String, String> properties :
        List.of(Map.<String, String>of(), Map.of("rules", "regions 0,0,9,9"))) {
      PixelsProvider provider = new PixelsProvider();
      Anonymizer anonymizer =
          provider.create("test", provider.configSpec().check(properties), new LocalContext());
      try {
        Anonymized once = anonymizer.anonymize(dixel(Content.of(file)));
        Anonymized again = anonymizer.anonymize(dixel(once.dixel().file().orElseThrow()));
        assertThat(bytes(again)).isEqualTo(bytes(once));
      } catch (AnonymizerException e) {
        assertThat(e.reason()).isNotEqualTo(Reason.UNAVAILABLE);
      }
    }
  }

  @Test
  void resultsAreAsValidAsTheirOriginals() throws Exception {
    Dciodvfy validator = new Dciodvfy();
    PixelsProvider provider = new PixelsProvider();
    Map<String, String> rules = Map.of("rules", "regions 0,0,9,9; clean");
    Anonymizer anonymizer =
        provider.create("test", provider.configSpec().check(rules), new LocalContext());
    for (Path file : SharedData.orSkip().files()) {
      byte[] result;
      try {
        result = bytes(anonymizer.anonymize(dixel(Content.of(file))));
      } catch (AnonymizerException kept) {
        continue;
      }
      // What is out of order or deflated the validator cannot read before it is written anew
      byte[] anew = bytes(InstanceChange.of(dixel(Content.of(file)), data -> List.of()));
      Set<String> after = validator.errors(result);
      after.removeAll(validator.errors(Files.readAllBytes(file)));
      after.removeAll(validator.errors(anew));
      assertThat(after).as(file.toString()).isEmpty();
    }
  }

  private static Dixel dixel(Content file) {
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, "file")).file(file).build();
  }

  private static byte[] bytes(Anonymized result) throws Exception {
    try (InputStream in = result.dixel().file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }
}
