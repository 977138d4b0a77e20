package org.lucina.anonymizer.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.deid.Marks;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** What may show text is blacked out by rule, or kept back; what does not passes as it is. */
class PixelsAnonymizerTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(6);

  @TempDir private Path temp;

  @Test
  void ordinaryImagesPassByteForByte() throws Exception {
    SyntheticObject ct = OBJECTS.ct(1, 1, 1, 1);
    Anonymized result = anonymize(Map.of(), ct);

    assertThat(bytes(result)).isEqualTo(ct.file());
    assertThat(result.changes()).isEmpty();
    assertThat(result.dixel().tags().string(Tag.SOPInstanceUID)).hasValue(ct.sopInstance());
    assertThat(bytes(anonymize(Map.of(), OBJECTS.report(1, 1, 1, 1))))
        .isEqualTo(OBJECTS.report(1, 1, 1, 1).file());
  }

  @Test
  void whatSaysThatItShowsNoTextPasses() throws Exception {
    SyntheticObject capture = OBJECTS.small(1, 1, 1, 1);
    capture.dataSet().set(Tag.BurnedInAnnotation, "NO");
    assertThat(bytes(anonymize(Map.of(), capture))).isEqualTo(capture.file());
  }

  @Test
  void whatMayShowTextAndHasNoRuleIsKeptBackAndSaysWhy() {
    assertReview("no rule is about it", OBJECTS.small(1, 1, 1, 1), data -> {});
    assertReview("(Ultrasound Multi-frame Image", OBJECTS.multiFrame(1, 1, 1, 1, 2), data -> {});
    assertReview(
        "Burned In Annotation is not NO",
        OBJECTS.ct(1, 1, 1, 1),
        data -> data.set(Tag.BurnedInAnnotation, "YES"));
    assertReview(
        "SECONDARY",
        OBJECTS.ct(1, 1, 1, 1),
        data -> data.set(Tag.ImageType, "DERIVED", "SECONDARY", "SCREEN SAVE"));
    assertReview("converted", OBJECTS.ct(1, 1, 1, 1), data -> data.set(Tag.ConversionType, "WSD"));
    assertReview(
        "a private SOP class",
        OBJECTS.ct(1, 1, 1, 1),
        data -> data.set(Tag.SOPClassUID, "1.2.3.4"));
    assertReview(
        "a document",
        OBJECTS.report(1, 1, 1, 1),
        data ->
            data.set(Tag.SOPClassUID, UID.EncapsulatedPDFStorage)
                .set(Tag.BurnedInAnnotation, "NO")
                .set(Tag.EncapsulatedDocument, VR.OB, new byte[10_000]));
  }

  @Test
  void starterRulesKnowSomeThings() throws Exception {
    assertReview(
        "rule 'review if SeriesDescription",
        OBJECTS.ct(1, 1, 1, 1),
        data -> data.set(Tag.SeriesDescription, "Dose Report"));
    SyntheticObject reformat = OBJECTS.ct(1, 1, 1, 1);
    reformat.dataSet().set(Tag.ImageType, "DERIVED", "SECONDARY", "REFORMATTED", "AVERAGE");
    DataSet after = read(anonymize(Map.of(), reformat));
    assertThat(after.bytes(Tag.PixelData)).isEqualTo(reformat.dataSet().bytes(Tag.PixelData));
    assertThat(Marks.arePixelsCleaned(after)).isTrue();

    assertReview(Map.of("starter-rules", "false"), "SECONDARY", reformat);
  }

  @Test
  void regionsAreBlackedOutAndTold() throws Exception {
    SyntheticObject capture = OBJECTS.small(1, 1, 1, 1);
    Map<String, String> rule = Map.of("rules", "regions 0,0,100,10 if Modality is OT; review");
    Anonymized result = anonymize(rule, capture);
    DataSet after = read(result);

    byte[] expected = capture.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    Arrays.fill(expected, 0, 2_000, (byte) 0);
    assertThat(after.bytes(Tag.PixelData).orElseThrow().toArray()).isEqualTo(expected);
    assertThat(after.string(Tag.BurnedInAnnotation)).hasValue("NO");
    assertThat(after.items(Tag.DeidentificationMethodCodeSequence)).hasSize(1);
    assertThat(Marks.arePixelsCleaned(after)).isTrue();
    assertThat(after.contains(Tag.PatientIdentityRemoved)).isFalse();
    assertThat(after.string(Tag.PatientName)).isEqualTo(capture.dataSet().string(Tag.PatientName));
    assertThat(result.changes())
        .contains(
            new Anonymized.Change(
                "(7FE0,0010)", "black out", "regions 0,0,100,10 if Modality is OT"))
        .extracting(Anonymized.Change::path)
        .containsExactly("(7FE0,0010)", "(0028,0301)", "(0012,0064)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regions 0,0,100,10",
        "regions 0,0,100,10 if BurnedInAnnotation absent; review",
        "clean",
        "ultrasound-outside"
      })
  void aResultPassesAgainUnchanged(String rules) throws Exception {
    SyntheticObject clip = OBJECTS.multiFrame(1, 1, 1, 1, 3);
    clip.dataSet().set(Tag.SequenceOfUltrasoundRegions, List.of(region(4, 5, 20, 30)));
    Anonymizer anonymizer = create(Map.of("rules", rules));
    byte[] once = bytes(anonymizer.anonymize(dixel(clip.file(), clip.dataSet())));
    assertThat(bytes(anonymizer.anonymize(dixel(once, clip.dataSet())))).isEqualTo(once);
  }

  @Test
  void ofUltrasoundTheRegionsStay() throws Exception {
    SyntheticObject clip = OBJECTS.multiFrame(1, 1, 1, 1, 3);
    List<DataSet> regions = List.of(region(4, 5, 20, 30), region(40, 5, 60, 7));
    clip.dataSet().set(Tag.SequenceOfUltrasoundRegions, regions);
    byte[] before = clip.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    byte[] after = read(anonymize(Map.of(), clip)).bytes(Tag.PixelData).orElseThrow().toArray();
    for (int i = 0; i < before.length; i++) {
      int column = i % 64;
      int row = i / 64 % 48;
      boolean inside =
          row >= 5
              && (row <= 30 && column >= 4 && column <= 20
                  || row <= 7 && column >= 40 && column <= 60);
      assertThat(after[i]).isEqualTo(inside ? before[i] : 0);
    }
  }

  @Test
  void ultrasoundWithoutRegionsThatMakeSenseIsKeptBack() {
    assertReview(
        "none of the regions lies in the image",
        OBJECTS.multiFrame(1, 1, 1, 1, 3),
        data -> data.set(Tag.SequenceOfUltrasoundRegions, List.of(region(20, 5, 4, 30))));
    assertReview(
        "nothing of the image lies outside",
        OBJECTS.multiFrame(1, 1, 1, 1, 3),
        data -> data.set(Tag.SequenceOfUltrasoundRegions, List.of(region(0, 0, 63, 47))));
  }

  @Test
  void moreUltrasoundRegionsThanAnyDeviceMakesAreKeptBack() {
    assertReview(
        "more than 100 ultrasound regions",
        OBJECTS.multiFrame(1, 1, 1, 1, 3),
        data ->
            data.set(
                Tag.SequenceOfUltrasoundRegions, Collections.nCopies(101, region(4, 5, 20, 30))));
  }

  @Test
  void whatCannotBeBlackedOutIsKeptBack() {
    Map<String, String> all = Map.of("rules", "regions 0,0,10,10");
    assertReview(all, "JPEG 2000", OBJECTS.encapsulated(1, 1, 1, 1, 2, 1));
    SyntheticObject small = OBJECTS.small(1, 1, 1, 1);
    assertReview(Map.of("rules", "regions 500,0,10,10"), "none of the regions", small);
    small.dataSet().remove(Tag.Rows);
    assertReview(all, "Rows (0028,0010)", small);
  }

  @Test
  void scriptsOfCtpComeAfterTheRules() throws Exception {
    Path script =
        Files.writeString(temp.resolve("ctp"), "Ours\n{ Modality.equals(\"OT\") }\n(0,0,100,10)\n");
    Map<String, String> properties = Map.of("ctp-script-file", script.toString());
    assertThat(anonymize(properties, OBJECTS.small(1, 1, 1, 1)).changes().get(0).rule())
        .isEqualTo("CTP signature of line 2");
    assertReview(
        Map.of("ctp-script-file", script.toString(), "rules", "review"),
        "rule 'review'",
        OBJECTS.small(1, 1, 1, 1));
  }

  @Test
  void wrongRulesAreRefused() throws Exception {
    Path script = Files.writeString(temp.resolve("ctp"), "{ Modality }(0,0,1,1)");
    Path rules = Files.writeString(temp.resolve("rules"), "# none\nerase all");
    assertRefused(Map.of("ctp-script-file", script.toString()), "line 1: this is no term");
    assertRefused(Map.of("rules-file", rules.toString()), "rule 'erase all'");
    assertRefused(Map.of("rules-file", temp.resolve("away").toString()), "cannot be read");
    assertRefused(Map.of("rules", "clean", "rules-file", rules.toString()), "give one of");
  }

  private void assertRefused(Map<String, String> properties, String problem) {
    assertThatThrownBy(() -> create(properties))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(problem);
  }

  private static DataSet region(int left, int top, int right, int bottom) {
    return new DataSet()
        .set(Tag.RegionLocationMinX0, VR.UL, left)
        .set(Tag.RegionLocationMinY0, VR.UL, top)
        .set(Tag.RegionLocationMaxX1, VR.UL, right)
        .set(Tag.RegionLocationMaxY1, VR.UL, bottom);
  }

  private static void assertReview(String why, SyntheticObject object, Consumer<DataSet> change) {
    change.accept(object.dataSet());
    assertReview(Map.of(), why, object);
  }

  private static void assertReview(
      Map<String, String> properties, String why, SyntheticObject object) {
    assertThatThrownBy(() -> anonymize(properties, object))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REVIEW))
        .hasMessageContaining(object.sopInstance())
        .hasMessageContaining(why);
  }

  private static Anonymizer create(Map<String, String> properties) throws Exception {
    PixelsProvider provider = new PixelsProvider();
    return provider.create("test", provider.configSpec().check(properties), new LocalContext());
  }

  private static Anonymized anonymize(Map<String, String> properties, SyntheticObject object)
      throws Exception {
    return create(properties).anonymize(dixel(object.file(), object.dataSet()));
  }

  private static Dixel dixel(byte[] file, DataSet data) {
    Content content =
        Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file));
    return Dixel.of(Reference.of(DicomLevel.INSTANCE, data).orElseThrow()).file(content).build();
  }

  private static byte[] bytes(Anonymized result) throws Exception {
    try (InputStream in = result.dixel().file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  private static DataSet read(Anonymized result) throws Exception {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(bytes(result)), DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }
}
