package org.lucina.anonymizer.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.mint.keyed.UidRandomProvider;
import org.lucina.spi.ProviderException;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

/** Rules do what they say, at any depth, and everything else comes through as it was. */
class TagsAnonymizerTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(5);
  private static final String USUAL =
      """
      # who
      identity PatientName
      identity PatientID
      shift PatientBirthDate
      hash AccessionNumber
      remove private
      # what
      uid vr:UI
      shift vr:DA
      shift vr:TM
      shift vr:DT
      """;

  private final LocalContext server = new LocalContext();

  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<SyntheticObject> objects() {
    return OBJECTS.everyKind().stream();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void everyKindOfObjectKeepsWhatNoRuleIsAbout(SyntheticObject object) throws Exception {
    Anonymized result = anonymizer(USUAL, mint()).anonymize(dixel(object));
    DicomFile file = read(result);
    DataSet before = read(object.file()).dataSet();
    DataSet after = file.dataSet();

    TransferSyntax expected =
        object.syntax().deflated() ? TransferSyntax.EXPLICIT_LE : object.syntax();
    assertThat(file.fileMeta().string(Tag.TransferSyntaxUID)).hasValue(expected.uid());
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPInstanceUID))
        .isEqualTo(after.string(Tag.SOPInstanceUID))
        .isNotEqualTo(before.string(Tag.SOPInstanceUID));
    for (Element element : before) {
      boolean plain =
          element.vr() != VR.SQ
              && result.changes().stream().noneMatch(it -> it.path().equals(name(element)));
      if (plain && element.tag() != Tag.DeidentificationMethod) {
        assertThat(after.get(element.tag()).map(Element::value))
            .as(name(element))
            .contains(element.value());
      }
    }
    assertThat(after.string(Tag.PatientName).orElseThrow()).startsWith("ANON-");
    assertThat(after.string(Tag.PatientIdentityRemoved)).hasValue("YES");
    assertThat(after.string(Tag.DeidentificationMethod)).hasValue("Lucina tag rules");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void aRuleThatKeepsEverythingChangesNothing(SyntheticObject object) throws Exception {
    DataSet after = read(anonymizer("keep all", Map.of()).anonymize(dixel(object))).dataSet();
    after.remove(Tag.PatientIdentityRemoved);
    after.remove(Tag.DeidentificationMethod);
    DataSet before = read(object.file()).dataSet();

    assertThat(texts(after)).isEqualTo(texts(before));
  }

  @Test
  void theSameInstanceGivesTheSameEachTimeAndAStudyStaysTogether() throws Exception {
    Anonymizer anonymizer = anonymizer(USUAL, mint());
    Anonymized first = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)));
    Anonymized again = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)));
    Anonymized second = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 2, 1)));

    assertThat(bytes(again)).isEqualTo(bytes(first));
    assertThat(second.dixel().reference().studyUid())
        .isEqualTo(first.dixel().reference().studyUid());
    assertThat(second.dixel().reference().patientId())
        .isEqualTo(first.dixel().reference().patientId());
    assertThat(first.dixel().tags().contains(Tag.PixelData)).isFalse();
    assertThat(first.dixel().file().orElseThrow().length()).hasValue(bytes(first).length);
  }

  @Test
  void rulesReachIntoSequences() throws Exception {
    DataSet inner = new DataSet().set(Tag.PatientName, "Inner^Name").set(Tag.CodeValue, "1");
    DataSet outer = new DataSet().set(Tag.PatientName, "Outer^Name");
    outer.set(Tag.PurposeOfReferenceCodeSequence, List.of(inner));
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.RequestAttributesSequence, List.of(outer, new DataSet()));
    Anonymized result =
        anonymizer("replace RequestAttributesSequence.PatientName X\nempty PatientName", Map.of())
            .anonymize(dixel(object));
    DataSet after = read(result).dataSet();

    DataSet request = after.items(Tag.RequestAttributesSequence).get(0);
    DataSet purpose = request.items(Tag.PurposeOfReferenceCodeSequence).get(0);
    assertThat(request.string(Tag.PatientName)).hasValue("X");
    assertThat(purpose.contains(Tag.PatientName)).isTrue();
    assertThat(purpose.string(Tag.PatientName)).isEmpty();
    assertThat(purpose.string(Tag.CodeValue)).hasValue("1");
    assertThat(after.string(Tag.PatientName)).isEmpty();
    assertThat(after.items(Tag.RequestAttributesSequence)).hasSize(2);
    assertThat(result.changes())
        .extracting(Anonymized.Change::path)
        .contains("(0040,0275)[1].(0010,0010)", "(0040,0275)[1].(0040,A170)[1].(0010,0010)");
    assertThat(result.changes().toString()).doesNotContain("Outer").doesNotContain("Inner");
  }

  @Test
  void rulesReachIntoSequencesOfUnknownRepresentation() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    byte[] item = {
      (byte) 0xFE,
      (byte) 0xFF,
      0,
      (byte) 0xE0,
      12,
      0,
      0,
      0,
      0x10,
      0,
      0x10,
      0,
      4,
      0,
      0,
      0,
      'D',
      '^',
      'J',
      ' '
    };
    object.dataSet().set(Tag.RequestAttributesSequence, VR.UN, item);
    DataSet after =
        read(anonymizer("replace PatientName X", Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.items(Tag.RequestAttributesSequence).get(0).string(Tag.PatientName))
        .hasValue("X");
  }

  @Test
  void bulkInSequencesIsLeftWhereItIs() throws Exception {
    byte[] samples = new byte[100_000];
    samples[77_777] = 42;
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.EXPLICIT_LE, TransferSyntax.IMPLICIT_LE, TransferSyntax.EXPLICIT_BE)) {
      SyntheticObject small = OBJECTS.small(1, 1, 1, 1);
      DataSet wave = new DataSet().set(Tag.WaveformData, VR.OW, samples);
      small.dataSet().set(Tag.WaveformSequence, List.of(wave));
      SyntheticObject object = new SyntheticObject("wave", syntax, small.dataSet());
      DataSet after =
          read(anonymizer("empty PatientName", Map.of()).anonymize(dixel(object))).dataSet();

      assertThat(after.items(Tag.WaveformSequence).get(0).bytes(Tag.WaveformData))
          .isEqualTo(
              read(object.file())
                  .dataSet()
                  .items(Tag.WaveformSequence)
                  .get(0)
                  .bytes(Tag.WaveformData));
      assertThat(after.bytes(Tag.PixelData)).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "remove vr:PN, 00100010, ",
    "remove group:0010, 00100020, ",
    "'remove tag:0010xx10', 00100010, ",
    "'remove (0010,0010)', 00100010, ",
    "empty 00100010, 00100010, ",
    "replace PatientName A^B, 00100010, A^B",
    "replace vr:PN Nobody, 00100010, Nobody",
    "replace Rows 7, 00280010, 7",
    "shift PatientBirthDate 10, 00100030, 20100212",
    "shift PatientBirthDate -P1D, 00100030, 20100201"
  })
  void eachFormOfRuleIsUnderstood(String rule, String tag, String value) throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.PatientBirthDate, "20100202");
    int number = Integer.parseUnsignedInt(tag, 16);
    DataSet after = read(anonymizer(rule, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(number)).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void theFirstRuleThatMatchesCounts() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(0x00310010, VR.LO, "OTHER VENDOR").set(0x00311001, VR.LO, "x");
    DataSet after =
        read(anonymizer("keep \"private:LUCINA TEST\"; remove private", Map.of())
                .anonymize(dixel(object)))
            .dataSet();

    assertThat(after.contains(0x00290010)).isTrue();
    assertThat(after.contains(0x00291002)).isTrue();
    assertThat(after.contains(0x00310010)).isFalse();
    assertThat(after.contains(0x00311001)).isFalse();
  }

  @Test
  void removesAllElseWhenAsked() throws Exception {
    Map<String, String> properties = new HashMap<>(Map.of("otherwise", "remove"));
    String rules =
        "keep SOPClassUID; keep vr:UI; keep ProcedureCodeSequence; keep Modality; keep PatientID";
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    Anonymized result = anonymizer(rules, properties).anonymize(dixel(object));
    DataSet after = read(result).dataSet();

    assertThat(after.contains(Tag.PatientName)).isFalse();
    assertThat(after.contains(Tag.PixelData)).isFalse();
    assertThat(after.string(Tag.Modality)).hasValue("OT");
    assertThat(after.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue)).isPresent();
    assertThat(result.changes())
        .extracting(Anonymized.Change::rule)
        .containsOnly("otherwise remove");
    assertThatThrownBy(
            () ->
                anonymizer("keep Modality", Map.of("otherwise", "remove")).anonymize(dixel(object)))
        .isInstanceOf(AnonymizerException.class)
        .hasMessage("the rules leave no UIDs");
  }

  @Test
  void datesMoveTogetherWithTheirTimes() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    DataSet data = object.dataSet();
    data.set(Tag.StudyDate, "20260301").set(Tag.StudyTime, "003000.25");
    data.set(Tag.SeriesDate, "20260301").set(Tag.SeriesTime, "1200");
    data.set(Tag.AcquisitionDate, "2026").set(Tag.AcquisitionTime, "bad");
    data.set(Tag.AcquisitionDateTime, "20260301003000.5+0100");
    data.set(Tag.DateOfLastCalibration, "20260301", "20250101");
    String rules = "shift vr:DA -PT1H; shift vr:TM -PT1H; shift vr:DT -PT1H";
    DataSet after = read(anonymizer(rules, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(Tag.StudyDate)).hasValue("20260228");
    assertThat(after.string(Tag.StudyTime)).hasValue("233000.25");
    assertThat(after.string(Tag.SeriesDate)).hasValue("20260301");
    assertThat(after.string(Tag.SeriesTime)).hasValue("110000");
    assertThat(after.string(Tag.AcquisitionDate)).isEmpty();
    assertThat(after.string(Tag.AcquisitionTime)).isEmpty();
    assertThat(after.string(Tag.AcquisitionDateTime)).hasValue("20260228233000.5+0100");
    assertThat(after.strings(Tag.DateOfLastCalibration)).containsExactly("20260301", "20250101");
    assertThat(after.string(Tag.LongitudinalTemporalInformationModified)).hasValue("MODIFIED");
  }

  @Test
  void registeredUidsStayAndOthersChangeAlike() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    DataSet reference =
        new DataSet()
            .set(Tag.ReferencedSOPClassUID, UID.CTImageStorage)
            .set(Tag.ReferencedSOPInstanceUID, object.sopInstance());
    object.dataSet().set(Tag.ReferencedImageSequence, List.of(reference));
    DataSet after = read(anonymizer("uid vr:UI", mint()).anonymize(dixel(object))).dataSet();

    DataSet referenced = after.items(Tag.ReferencedImageSequence).get(0);
    assertThat(referenced.string(Tag.ReferencedSOPClassUID)).hasValue(UID.CTImageStorage);
    assertThat(referenced.string(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(after.string(Tag.SOPInstanceUID));
    assertThat(Uids.isValid(after.string(Tag.StudyInstanceUID).orElseThrow())).isTrue();
  }

  @Test
  void asksTheMintForWhatStandsWhere() throws Exception {
    List<UidPlace> places = new ArrayList<>();
    server.with(
        "spy",
        new SpyMint() {
          @Override
          public String uid(String original, UidPlace place) {
            places.add(place);
            return "1.2.3." + places.size();
          }
        });
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    anonymizer("uid SeriesInstanceUID\nuid FrameOfReferenceUID", Map.of("mint", "spy"))
        .anonymize(dixel(object));

    assertThat(places)
        .extracting(UidPlace::level)
        .containsExactly(Optional.of(DicomLevel.SERIES), Optional.empty());
    assertThat(places.get(0).studyUid()).hasValue(object.study());
    assertThat(places.get(0).patientId()).isEqualTo(object.dataSet().string(Tag.PatientID));
  }

  @Test
  void refusesWhatItCannotDo() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    assertReason(Reason.REFUSED, "replace all x", Map.of(), dixel(object));
    assertReason(Reason.REFUSED, "shift vr:LO 3", Map.of(), dixel(object));
    assertReason(Reason.REFUSED, "hash vr:US", mint(), dixel(object));
    assertReason(Reason.REFUSED, "hash ProcedureCodeSequence", mint(), dixel(object));
    assertReason(Reason.UNAVAILABLE, "hash PatientID", Map.of("mint", "away"), dixel(object));
    Dixel bare = Dixel.of(Reference.instance("1", "2", "3")).build();
    assertReason(Reason.REFUSED, "keep all", Map.of(), bare);
    Content text = Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(new byte[999]));
    assertReason(
        Reason.REFUSED, "keep all", Map.of(), bare.copy(bare.reference()).file(text).build());
  }

  @Test
  void refusesRulesThatMakeNoSense() throws Exception {
    assertRefused("no action and attribute", "remove");
    assertRefused("the action must be", "delete PatientName");
    assertRefused("no attribute of DICOM", "remove PatientNme");
    assertRefused("no VR", "remove vr:XX");
    assertRefused("4 hexadecimal digits", "remove group:10");
    assertRefused("needs a value", "replace PatientName");
    assertRefused("takes nothing", "remove PatientName now");
    assertRefused("is for PatientID", "identity AccessionNumber");
    assertRefused("needs property 'mint'", "uid vr:UI");
    assertRefused("needs property 'mint'", "shift vr:DA");
    assertRefused("replace Rows many", "replace Rows many");
    assertRefused("no number of days", "shift vr:DA P1X");
    assertRefused("there is no rule", "# nothing");
    assertThatThrownBy(() -> create(Map.of())).hasMessageContaining("give one of");
  }

  @Test
  void readsRulesFromAFile() throws Exception {
    Path file =
        Files.writeString(temp.resolve("rules"), "# of the study\nreplace PatientName A;B\n");
    Anonymizer anonymizer = create(Map.of("rules-file", file.toString()));

    DataSet after = read(anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)))).dataSet();
    assertThat(after.string(Tag.PatientName)).hasValue("A;B");
  }

  private void assertRefused(String word, String rules) {
    assertThatThrownBy(() -> anonymizer(rules, Map.of()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(word);
  }

  private void assertReason(
      Reason reason, String rules, Map<String, String> properties, Dixel instance) {
    assertThatThrownBy(() -> anonymizer(rules, properties).anonymize(instance))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private Anonymizer anonymizer(String rules, Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>(properties);
    all.put("rules", rules);
    return create(all);
  }

  private Anonymizer create(Map<String, String> properties) throws Exception {
    TagsProvider provider = new TagsProvider();
    return provider.create("test", provider.configSpec().check(properties), server);
  }

  private Map<String, String> mint() throws Exception {
    UidRandomProvider provider = new UidRandomProvider();
    Map<String, String> properties = Map.of("key", "0123456789abcdef0123456789abcdef");
    server.with("mint", provider.create("mint", provider.configSpec().check(properties), server));
    return Map.of("mint", "mint");
  }

  private static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    Content content =
        Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file));
    return Dixel.of(Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow())
        .file(content)
        .build();
  }

  private static byte[] bytes(Anonymized result) throws Exception {
    try (InputStream in = result.dixel().file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  private static DicomFile read(Anonymized result) throws Exception {
    return read(bytes(result));
  }

  private static DicomFile read(byte[] file) throws Exception {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }

  private static String name(Element element) {
    return Tags.format(element.tag());
  }

  /** All elements with their values, items in braces. */
  private static List<String> texts(DataSet data) {
    List<String> texts = new ArrayList<>();
    for (Element element : data) {
      List<String> items =
          data.items(element.tag()).stream().map(it -> texts(it).toString()).toList();
      String value =
          element.vr() == VR.SQ ? items.toString() : String.valueOf(element.value().hashCode());
      texts.add(name(element) + " " + element.vr() + " " + value);
    }
    return texts;
  }

  /** A mint of which a test needs one method. */
  private abstract static class SpyMint implements Mint {
    @Override
    public Set<Product> products() {
      return EnumSet.of(Product.UID);
    }

    @Override
    public Identity identity(Subject subject) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
