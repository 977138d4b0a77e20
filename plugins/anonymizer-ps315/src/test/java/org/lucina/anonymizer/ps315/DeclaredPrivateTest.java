package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.testing.LocalContext;

/** Of private attributes those stay of which the object says that they are safe, in items too. */
class DeclaredPrivateTest {
  private static final int CREATOR = 0x00090010;

  @Test
  void safeElementsAndBlocksStay() throws Exception {
    DataSet data = privates().set(Tag.ReferencedSeriesSequence, List.of(privates()));
    Given.object().forEach(data::put);
    data.set(
        Tag.PrivateDataElementCharacteristicsSequence,
        List.of(
            declaration(0x0009, "ACME").set(Tag.NonidentifyingPrivateElements, VR.US, 1),
            declaration(0x000B, "ACME").set(Tag.BlockIdentifyingInformationStatus, "SAFE"),
            declaration(0x000D, "OTHER").set(Tag.BlockIdentifyingInformationStatus, "SAFE")));

    DataSet result = anonymized(data);

    DataSet item = result.items(Tag.ReferencedSeriesSequence).get(0);
    for (DataSet each : List.of(result, item)) {
      assertThat(each.contains(0x00091001)).isTrue();
      assertThat(each.contains(0x00091002)).isFalse();
      assertThat(each.contains(0x000B1002)).isTrue();
      assertThat(each.contains(0x000D1001)).isFalse();
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void manyDeclarationsOfManyAttributesTakeNoLonger() throws Exception {
    DataSet data = Given.object();
    for (int group = 0x1001; group < 0x1200; group += 2) {
      data.set(group << 16 | 0x10, VR.LO, "ACME");
      for (int element = 0x1000; element < 0x1100; element++) {
        data.set(group << 16 | element, VR.LO, "x");
      }
    }
    List<DataSet> declarations = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      declarations.add(declaration(0x1001, "ACME"));
    }
    data.set(Tag.PrivateDataElementCharacteristicsSequence, declarations);

    assertThat(anonymized(data).contains(0x10011000)).isFalse();
  }

  private static DataSet privates() {
    DataSet data = new DataSet();
    for (int group : new int[] {0, 0x00020000, 0x00040000}) {
      data.set(CREATOR + group, VR.LO, "ACME")
          .set(0x00091001 + group, VR.LO, "one")
          .set(0x00091002 + group, VR.LO, "two");
    }
    return data;
  }

  private static DataSet declaration(int group, String creator) {
    return new DataSet()
        .set(Tag.PrivateGroupReference, VR.US, group)
        .set(Tag.PrivateCreatorReference, creator);
  }

  private static DataSet anonymized(DataSet data) throws Exception {
    try (LocalContext server = Given.server()) {
      return Given.read(
          Given.anonymizer(server, Map.of("retain-safe-private", "true"))
              .anonymize(Given.dixel(data)));
    }
  }
}
