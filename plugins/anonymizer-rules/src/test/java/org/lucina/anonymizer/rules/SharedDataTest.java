package org.lucina.anonymizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.testing.SharedData;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** Real files of many kinds come out, the same each time, or are refused. */
class SharedDataTest extends GivenRules {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity PatientName; identity PatientID; hash AccessionNumber; remove private; uid vr:UI;"
            + "shift vr:DA; shift vr:TM; shift vr:DT",
        "remove vr:SQ; regex vr:LO /[0-9]+/#/; round PatientAge 5; date vr:DA *-*-01;"
            + "remove keyword:Comment; add PatientComments none; require BodyPartExamined;"
            + "append DeidentificationMethod Here; codes DeidentificationMethodCodeSequence 113100",
        "keep vr:UI; keep group:0028; keep PixelData; process RequestAttributesSequence"
      })
  void comeOutOrAreRefusedClearly(String rules) throws Exception {
    SharedData data = SharedData.orSkip();
    Map<String, String> properties = new HashMap<>(mint());
    properties.put("otherwise", rules.startsWith("keep") ? "remove" : "keep");
    Anonymizer anonymizer = anonymizer(rules, properties);
    List<String> faults = new ArrayList<>();
    int out = 0;
    for (Path file : data.files()) {
      try {
        byte[] once = bytes(anonymizer.anonymize(dixel(file)));
        assertThat(bytes(anonymizer.anonymize(dixel(file)))).as(data.name(file)).isEqualTo(once);
        read(once);
        out++;
      } catch (AnonymizerException e) {
        if (e.reason() != Reason.REFUSED && !e.getMessage().contains("has no identity")) {
          faults.add(data.name(file) + ": " + e.reason() + " " + e.getMessage());
        }
      } catch (RuntimeException e) {
        faults.add(data.name(file) + ": " + e + " " + Arrays.toString(e.getStackTrace()));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(out).isGreaterThan(data.files().size() / 2);
  }

  private static Dixel dixel(Path file) {
    return Dixel.of(Reference.key(DicomLevel.INSTANCE, file.toString()))
        .file(Content.of(file))
        .build();
  }
}
