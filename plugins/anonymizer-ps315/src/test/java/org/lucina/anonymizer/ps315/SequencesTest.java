package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/** The table holds in items at any depth, whatever the file says that their sequences are. */
class SequencesTest {
  private static final String SAFE = "(0029,xx10) ACME; (0029,xx11) ACME";

  private LocalContext server;

  @BeforeEach
  void open() throws Exception {
    server = Given.server();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void inSequencesInSequences() throws Exception {
    DataSet item = SampleValue.item();
    for (int i = 0; i < 20; i++) {
      item =
          new DataSet()
              .set(Tag.PatientComments, "Findus")
              .set(Tag.ReferencedInstanceSequence, List.of(SampleValue.item(), item));
    }
    DataSet result = anonymize(Map.of(), Given.object().set(Tag.DeviceSequence, List.of(item)));

    assertThat(Texts.of(result)).doesNotContain("Findus");
    assertThat(result.items(Tag.DeviceSequence)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void inSequencesOfUnknownRepresentation(int times) throws Exception {
    List<DataSet> items = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      items.add(SampleValue.item());
    }
    DataSet original = Given.object().put(unknown(Tag.ReferencedInstanceSequence, items));

    DataSet result = anonymize(Map.of(), original);

    assertThat(result.items(Tag.ReferencedInstanceSequence)).hasSize(times);
    assertThat(result.items(Tag.ReferencedInstanceSequence).get(0).string(Tag.PersonName))
        .hasValue("ANONYMIZED");
  }

  @Test
  void inPrivateSequencesThatMayStay() throws Exception {
    DataSet original =
        Given.object()
            .set(0x00290010, VR.LO, "ACME")
            .set(0x00291010, List.of(SampleValue.item()))
            .put(unknown(0x00291011, List.of(SampleValue.item())))
            .set(0x00291012, VR.LO, "unsafe");
    Map<String, String> properties = Map.of("retain-safe-private", "true", "safe-private", SAFE);

    DataSet result = anonymize(properties, original);

    assertThat(result.string(0x00290010)).hasValue("ACME");
    assertThat(result.items(0x00291010).get(0).string(Tag.PersonName)).hasValue("ANONYMIZED");
    assertThat(result.items(0x00291011).get(0).string(Tag.PersonName)).hasValue("ANONYMIZED");
    assertThat(result.contains(0x00291012)).isFalse();
    assertThat(anonymize(Map.of(), original).contains(0x00290010)).isFalse();
  }

  @Test
  void whereNoItemsCanBeReadNothingStays() throws Exception {
    DataSet original =
        Given.object()
            .put(
                new Element(
                    Tag.DeviceSequence,
                    VR.UN,
                    Bytes.of("Findus is here".getBytes(StandardCharsets.US_ASCII))));

    assertThat(anonymize(Map.of(), original).contains(Tag.DeviceSequence)).isFalse();
  }

  @Test
  void aPrivateAttributeStaysThatTheObjectDeclaresSafe() throws Exception {
    DataSet declared =
        new DataSet()
            .set(Tag.PrivateGroupReference, VR.US, 0x0029)
            .set(Tag.PrivateCreatorReference, "ACME")
            .set(Tag.BlockIdentifyingInformationStatus, "MIXED")
            .set(Tag.NonidentifyingPrivateElements, VR.US, 0x10);
    DataSet original =
        Given.object()
            .set(Tag.PrivateDataElementCharacteristicsSequence, List.of(declared))
            .set(0x00290010, VR.LO, "ACME")
            .set(0x00291010, VR.LO, "safe but for Findus")
            .set(0x00291011, VR.LO, "unsafe");

    DataSet result = anonymize(Map.of("retain-safe-private", "true"), original);

    assertThat(result.string(0x00291010).map(text -> text.replaceAll("\\[.*]", "")))
        .isEqualTo(Optional.of("safe but for "));
    assertThat(result.contains(0x00291011)).isFalse();
  }

  private DataSet anonymize(Map<String, String> properties, DataSet original) throws Exception {
    try (Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      return Given.read(anonymizer.anonymize(Given.dixel(original)));
    }
  }

  /** A sequence as it is after it went through software that did not know it (PS3.5 6.2.2). */
  private static Element unknown(int tag, List<DataSet> items) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(bytes)) {
      writer.writeDataSet(
          new DataSet().set(Tag.ContentSequence, items), TransferSyntax.IMPLICIT_LE);
    }
    byte[] whole = bytes.toByteArray();
    return new Element(tag, VR.UN, Bytes.of(whole, 8, whole.length - 8, false));
  }
}
