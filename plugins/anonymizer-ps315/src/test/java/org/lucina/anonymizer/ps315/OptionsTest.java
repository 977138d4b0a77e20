package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.testing.LocalContext;

/** Options together, and what an object says of them. */
class OptionsTest {
  private LocalContext server;

  @BeforeEach
  void open() throws Exception {
    server = Given.server();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "none, REMOVED, 113100",
    "full, UNMODIFIED, 113100 113106",
    "modified, MODIFIED, 113100 113107"
  })
  void ofDatesAreTold(String dates, String said, String codes) throws Exception {
    DataSet result = anonymize(Map.of("retain-longitudinal", dates), Given.object());

    assertThat(result.string(Tag.LongitudinalTemporalInformationModified)).hasValue(said);
    assertThat(codes(result)).containsExactly(codes.split(" "));
  }

  @Test
  void areAllTold() throws Exception {
    Map<String, String> all =
        Map.of(
            "clean-descriptors", "true",
            "clean-graphics", "true",
            "clean-structured-content", "true",
            "retain-device-identity", "true",
            "retain-institution-identity", "true",
            "retain-patient-characteristics", "true",
            "retain-safe-private", "true",
            "retain-uids", "true",
            "retain-longitudinal", "modified");

    DataSet result = anonymize(all, Given.object());

    assertThat(codes(result))
        .containsExactly(
            "113100", "113103", "113104", "113105", "113107", "113108", "113109", "113110",
            "113111", "113112");
  }

  @Test
  void thatWereToldBeforeStay() throws Exception {
    DataSet before = anonymize(Map.of(), Given.object()).set(Tag.DeidentificationMethod, "by hand");

    DataSet result =
        anonymize(Map.of("retain-longitudinal", "full", "retain-uids", "true"), before);

    assertThat(result.strings(Tag.DeidentificationMethod))
        .containsExactly("by hand", "Lucina PS3.15 Basic Profile");
    assertThat(codes(result)).containsExactly("113100", "113106", "113110");
    assertThat(result.string(Tag.LongitudinalTemporalInformationModified)).hasValue("REMOVED");
  }

  @Test
  void thatSpeakOfOneAttributeCleanIt() throws Exception {
    DataSet original = Given.object().set(Tag.DateOfLastCalibration, "20200101");
    Map<String, String> both =
        Map.of("retain-device-identity", "true", "retain-longitudinal", "modified");

    assertThat(anonymize(both, original).string(Tag.DateOfLastCalibration))
        .isPresent()
        .isNotEqualTo(original.string(Tag.DateOfLastCalibration));
    assertThat(
            anonymize(Map.of("retain-device-identity", "true"), original)
                .string(Tag.DateOfLastCalibration))
        .hasValue("20200101");
  }

  @Test
  void cleanDescriptions() throws Exception {
    DataSet original =
        Given.object().set(Tag.StudyDescription, "CT chest of Mr. PETTERSSON, Dr. Gustavsson");
    Anonymized result =
        Given.anonymizer(server, Map.of("clean-descriptors", "true"))
            .anonymize(Given.dixel(original));

    assertThat(Given.read(result).string(Tag.StudyDescription).orElseThrow())
        .startsWith("CT chest of Mr. ")
        .doesNotContain("PETTERSSON");
    assertThat(result.changes())
        .contains(new Anonymized.Change("(0008,1030)", "suspicious", "NAME"))
        .contains(new Anonymized.Change("(0008,1030)", "clean", "C clean-descriptors"));
  }

  @Test
  void cleanAnnotationsAndOverlays() throws Exception {
    DataSet text = new DataSet().set(Tag.UnformattedTextValue, "Findus, left");
    DataSet annotation =
        new DataSet().set(Tag.GraphicLayer, "ONE").set(Tag.TextObjectSequence, List.of(text));
    DataSet original = Given.object().set(Tag.GraphicAnnotationSequence, List.of(annotation));
    overlay(original, 0x60000000, "R");
    overlay(original, 0x60020000, "G");

    DataSet cleaned = anonymize(Map.of("clean-graphics", "true"), original);
    DataSet without = anonymize(Map.of(), original);

    assertThat(Texts.of(cleaned)).contains("left").doesNotContain("Findus");
    assertThat(cleaned.contains(0x60003000)).isTrue();
    assertThat(cleaned.contains(0x60020010)).isFalse();
    assertThat(Texts.of(without)).doesNotContain("left").contains("ONE");
    assertThat(without.contains(0x60000010)).isFalse();
  }

  private static void overlay(DataSet data, int group, String type) {
    data.set(group | 0x0010, VR.US, 8)
        .set(group | 0x0040, VR.CS, type)
        .set(group | 0x3000, VR.OW, new byte[8]);
  }

  @Test
  void keepBackWhatMayShowAnnotation() throws Exception {
    DataSet says = Given.object().set(Tag.BurnedInAnnotation, "YES");
    DataSet may = Given.object(UID.SecondaryCaptureImageStorage);
    DataSet inPixels = Given.object().set(0x60000010, VR.US, 8).set(0x60000102, VR.US, 12);

    assertReviewed(Map.of(), says);
    assertReviewed(Map.of(), inPixels);
    assertReviewed(Map.of("burned-in", "review-likely"), may);
    assertThat(anonymize(Map.of(), may)).isNotEmpty();
    assertThat(
            anonymize(Map.of("burned-in", "review-likely"), may.set(Tag.BurnedInAnnotation, "NO")))
        .isNotEmpty();
    assertThat(anonymize(Map.of("burned-in", "pass"), says)).isNotEmpty();
  }

  private void assertReviewed(Map<String, String> properties, DataSet original) {
    assertThatThrownBy(() -> anonymize(properties, original))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REVIEW));
  }

  @Test
  void askAnotherForPixelsBeforeAnythingIsChanged() throws Exception {
    Map<String, String> properties =
        Map.of("clean-pixel-data", "true", "pixel-anonymizer", "pixels");
    DataSet original = Given.object().set(Tag.BurnedInAnnotation, "YES");
    assertThatThrownBy(() -> anonymize(properties, original))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    server.with("pixels", new BlackOut());

    Anonymized result = Given.anonymizer(server, properties).anonymize(Given.dixel(original));

    DataSet made = Given.read(result);
    assertThat(made.string(Tag.BurnedInAnnotation)).hasValue("NO");
    assertThat(made.string(Tag.ImageComments)).isEmpty();
    assertThat(codes(made)).containsExactly("113100", "113101");
    assertThat(result.changes()).contains(BlackOut.CHANGE);
  }

  /** Sees who the patient is, as one that goes by the manufacturer does. */
  private static final class BlackOut implements Anonymizer {
    static final Anonymized.Change CHANGE =
        new Anonymized.Change("(7FE0,0010)", "black out", "all");

    @Override
    public Anonymized anonymize(Dixel instance) {
      DataSet original = Given.object().set(Tag.ImageComments, "seen");
      return new Anonymized(Given.dixel(original), List.of(CHANGE));
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  @Test
  void thatNobodyCanKeepToAreRefused() {
    assertRefused(Map.of("clean-recognizable-visual-features", "true"), "visual-features");
    assertRefused(Map.of("clean-pixel-data", "true"), "pixel-anonymizer");
    assertRefused(Map.of("pixel-anonymizer", "pixels"), "clean-pixel-data");
    assertRefused(Map.of("safe-private", "(0019,xx10) ACME"), "retain-safe-private");
    assertRefused(
        Map.of("retain-safe-private", "true", "safe-private", "(0018,xx10) ACME"), "(0018,xx10)");
  }

  private void assertRefused(Map<String, String> properties, String what) {
    assertThatThrownBy(() -> Given.anonymizer(server, properties))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(what);
  }

  private static List<String> codes(DataSet data) {
    return data.items(Tag.DeidentificationMethodCodeSequence).stream()
        .map(code -> code.string(Tag.CodeValue).orElseThrow())
        .toList();
  }

  private DataSet anonymize(Map<String, String> properties, DataSet original) throws Exception {
    try (Anonymizer anonymizer = Given.anonymizer(server, properties)) {
      return Given.read(anonymizer.anonymize(Given.dixel(original)));
    }
  }
}
