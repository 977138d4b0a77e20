package org.lucina.deid.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.deid.scan.Finding.Kind;
import org.lucina.deid.scan.ScanPolicy.Retained;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomFile;

@DisplayName("A scan of what an anonymizer made")
class SurvivorScanTest {
  private static final String STUDY = "1.2.826.0.1.77.1";
  private static final int BLOCK = 0x00290010;
  private static final int HIDDEN = 0x00291001;

  private static DataSet original() {
    return new DataSet()
        .set(Tag.SpecificCharacterSet, "ISO_IR 100")
        .set(Tag.PatientName, "Späth^Maximilian^Q")
        .set(Tag.PatientID, "ID-778899")
        .set(Tag.StudyID, "123")
        .set(Tag.AccessionNumber, "ACC4711")
        .set(Tag.StudyInstanceUID, STUDY)
        .set(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
        .set(Tag.StudyDate, "20240131")
        .set(Tag.PatientAge, "077Y")
        .set(Tag.InstitutionName, "Mercy West")
        .set(Tag.DeviceSerialNumber, "SN-0815")
        .set(Tag.BodyPartExamined, "HEAD")
        .set(Tag.OperatorsName, "Head^Ordinary");
  }

  private static List<Finding> scan(DataSet result) {
    return SurvivorScan.compare(original(), result);
  }

  private static DataSet result() {
    return new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
  }

  @Test
  @DisplayName("finds nothing in an empty result")
  void empty() {
    assertThat(scan(new DataSet())).isEmpty();
  }

  @Test
  @DisplayName("finds nothing in a result that has other values")
  void clean() {
    DataSet result =
        result()
            .set(Tag.PatientName, "Nobody^N")
            .set(Tag.PatientID, "P0001")
            .set(Tag.StudyID, "123")
            .set(Tag.StudyInstanceUID, "2.25.77")
            .set(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
            .set(Tag.StudyDate, "20240207")
            .set(Tag.StudyDescription, "head of the maximum, 778898, mercy")
            .set(Tag.BodyPartExamined, "HEAD");
    assertThat(scan(result)).isEmpty();
  }

  @Test
  @DisplayName("knows names and dates by the standard, whatever VR a file gives them")
  void hiddenByTheirVr() {
    DataSet original =
        new DataSet()
            .set(Tag.PatientName, VR.LO, "Findus^Pettersson")
            .set(Tag.OperatorsName, VR.OB, "Prillan^L ".getBytes(StandardCharsets.US_ASCII))
            .set(Tag.ContentDate, VR.LO, "20240131");
    DataSet result =
        new DataSet()
            .set(Tag.StudyDescription, "asked by Pettersson")
            .set(Tag.SeriesDescription, VR.OB, "by prillan".getBytes(StandardCharsets.US_ASCII))
            .set(Tag.ContentDate, VR.SH, "20240131");

    assertThat(SurvivorScan.compare(original, result))
        .containsExactlyInAnyOrder(
            new Finding("(0008,1030)", Kind.NAME_PART, "(0010,0010)"),
            new Finding("(0008,103E)", Kind.NAME_PART, "(0008,1070)"),
            new Finding("(0008,0023)", Kind.DATE, "(0008,0023)"));
  }

  @Test
  @DisplayName("reads the bytes of a sequence in which no items are found")
  void brokenSequences() {
    byte[] bytes = "of Maximilian".getBytes(StandardCharsets.US_ASCII);

    assertThat(scan(new DataSet().set(Tag.RequestAttributesSequence, VR.UN, bytes)))
        .containsExactly(new Finding("(0040,0275)", Kind.NAME_PART, "(0010,0010)"));
  }

  @Test
  @DisplayName("finds each identifier that stayed where it was")
  void unchanged() {
    assertThat(scan(original()))
        .extracting(Finding::path)
        .contains(
            "(0010,0010)",
            "(0010,0020)",
            "(0008,0050)",
            "(0020,000D)",
            "(0008,0020)",
            "(0010,1010)",
            "(0008,0080)",
            "(0018,1000)",
            "(0008,1070)")
        .doesNotContain("(0020,0010)", "(0008,0016)", "(0018,0015)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for mr SPAETH | NAME_PART | (0010,0010)",
        "späth's liver | NAME_PART | (0010,0010)",
        "Spath, M. | NAME_PART | (0010,0010)",
        "maximilian | NAME_PART | (0010,0010)",
        "as id_778899 | IDENTIFIER | (0010,0020)",
        "(id/778899) | IDENTIFIER | (0010,0020)",
        "see acc-4711 | IDENTIFIER | (0008,0050)",
        "at MERCY west | IDENTIFIER | (0008,0080)",
        "on SN0815 | IDENTIFIER | (0018,1000)",
        "since 31 Jan 2024 | DATE | (0008,0020)",
        "since 20240131 | DATE | (0008,0020)",
        "in 1.2.826.0.1.77.1 | UID | (0020,000D)"
      })
  @DisplayName("finds identifiers within other text")
  void withinText(String text, Kind kind, String source) {
    assertThat(scan(result().set(Tag.StudyDescription, text)))
        .containsExactly(new Finding("(0008,1030)", kind, source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Maximiliana", "ACC47110", "1.2.826.0.1.77.12", "20240130", "Merc West", "077Y"})
  @DisplayName("does not find what only looks alike")
  void alike(String text) {
    assertThat(scan(result().set(Tag.StudyDescription, text))).isEmpty();
  }

  @Test
  @DisplayName("finds them in items, at any depth, and in content of structured reports")
  void nested() {
    DataSet text = result().set(Tag.TextValue, "Mr. Späth has none");
    DataSet inner = new DataSet().set(Tag.ContentSequence, List.of(text));
    DataSet result = result().set(Tag.ContentSequence, List.of(new DataSet(), inner));
    assertThat(scan(result))
        .containsExactly(
            new Finding(
                "(0040,A730)[2].(0040,A730)[1].(0040,A160)", Kind.NAME_PART, "(0010,0010)"));
  }

  @Test
  @DisplayName("finds them in items of a sequence of unknown VR")
  void unknownSequence() {
    byte[] item = {
      (byte) 0xFE,
      (byte) 0xFF,
      0x00,
      (byte) 0xE0,
      16,
      0,
      0,
      0,
      0x10,
      0,
      0x20,
      0,
      8,
      0,
      0,
      0,
      'A',
      'C',
      'C',
      '4',
      '7',
      '1',
      '1',
      ' '
    };
    DataSet result = new DataSet().set(Tag.OtherPatientIDsSequence, VR.UN, item);
    assertThat(scan(result))
        .containsExactly(new Finding("(0010,1002)[1].(0010,0020)", Kind.IDENTIFIER, "(0008,0050)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"US-ASCII", "UTF-16LE", "UTF-16BE"})
  @DisplayName("finds them among the bytes of private values")
  void privateBytes(String charset) {
    for (VR vr : new VR[] {VR.UN, VR.OB, VR.OW}) {
      for (String text : List.of("xx MAXIMILIAN yy", "id-778899", "20240131", STUDY)) {
        assertThat(scan(withBytes(vr, text, Charset.forName(charset))))
            .as(vr + " " + text)
            .extracting(Finding::path, Finding::kind)
            .containsExactly(tuple("(0029,1001)", Kind.PRIVATE));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  @DisplayName("finds names with other letters than those of ASCII among bytes")
  void otherLetters(String charset) {
    for (String name : List.of("Späth", "SPÄTH", "späth")) {
      assertThat(scan(withBytes(VR.OB, "a" + name + "b", Charset.forName(charset))))
          .containsExactly(new Finding("(0029,1001)", Kind.PRIVATE, "(0010,0010)"));
    }
  }

  @Test
  @DisplayName("finds names in the original's character set among bytes")
  void originalsCharacterSet() {
    DataSet original =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "", "ISO 2022 IR 87")
            .set(Tag.PatientName, "Yamada^Tarou=山田^太郎");
    byte[] bytes = {0, 0x1B, '$', 'B', ';', '3', 'E', 'D', 0x1B, '(', 'B', 0};
    DataSet result = new DataSet().set(BLOCK, VR.LO, "VENDOR").set(HIDDEN, VR.UN, bytes);
    assertThat(SurvivorScan.compare(original, result))
        .containsExactly(new Finding("(0029,1001)", Kind.PRIVATE, "(0010,0010)"));
  }

  private static DataSet withBytes(VR vr, String text, Charset charset) {
    byte[] value = ("\u0001\u0002\u0003" + text + "\u0004").getBytes(charset);
    byte[] amid = new byte[value.length + 7];
    System.arraycopy(value, 0, amid, 3, value.length);
    return new DataSet().set(BLOCK, VR.LO, "VENDOR").set(HIDDEN, vr, amid);
  }

  @Test
  @DisplayName("finds them in private text, private dates and private creators")
  void privateText() {
    DataSet result =
        new DataSet()
            .set(BLOCK, VR.LO, "VENDOR OF SPAETH")
            .set(HIDDEN, VR.CS, "MAXIMILIAN")
            .set(HIDDEN + 1, VR.LO, "31.01.2024");
    assertThat(scan(result))
        .extracting(Finding::path, Finding::kind)
        .containsExactlyInAnyOrder(
            tuple("(0029,0010)", Kind.PRIVATE),
            tuple("(0029,1001)", Kind.PRIVATE),
            tuple("(0029,1002)", Kind.PRIVATE));
  }

  @Test
  @DisplayName("finds them in an encapsulated document")
  void document() {
    byte[] pdf = "%PDF-1.4\n(Patient: Maximilian) Tj\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(scan(new DataSet().set(Tag.EncapsulatedDocument, VR.OB, pdf)))
        .containsExactly(new Finding("(0042,0011)", Kind.NAME_PART, "(0010,0010)"));
  }

  @Test
  @DisplayName("finds them in preamble and File Meta Information")
  void fileMeta() {
    DataSet meta =
        new DataSet()
            .set(Tag.MediaStorageSOPInstanceUID, STUDY)
            .set(Tag.SourceApplicationEntityTitle, "ACC4711")
            .set(Tag.PrivateInformation, VR.OB, "by Maximilian".getBytes(StandardCharsets.UTF_8));
    byte[] preamble = new byte[132];
    System.arraycopy("ID-778899".getBytes(StandardCharsets.US_ASCII), 0, preamble, 20, 9);
    assertThat(
            SurvivorScan.compare(
                file(new byte[132], new DataSet(), original()),
                file(preamble, meta, new DataSet()),
                ScanPolicy.STRICT))
        .containsExactly(
            new Finding("preamble", Kind.IDENTIFIER, "(0010,0020)"),
            new Finding("(0002,0003)", Kind.UID, "(0020,000D)"),
            new Finding("(0002,0016)", Kind.IDENTIFIER, "(0008,0050)"),
            new Finding("(0002,0102)", Kind.NAME_PART, "(0010,0010)"));
  }

  private static DicomFile file(byte[] preamble, DataSet meta, DataSet data) {
    TransferSyntax syntax = TransferSyntax.EXPLICIT_LE;
    return new DicomFile(Bytes.of(preamble), syntax, meta, syntax, data, 0);
  }

  @Test
  @DisplayName("leaves encrypted attributes, pixels and overlays alone")
  void notLookedAt() {
    byte[] name = "..Maximilian..".getBytes(StandardCharsets.US_ASCII);
    DataSet encrypted = new DataSet().set(Tag.EncryptedContent, VR.OB, name);
    DataSet result =
        new DataSet()
            .set(Tag.EncryptedAttributesSequence, List.of(encrypted))
            .set(0x60003000, VR.OW, name)
            .set(Tag.PixelData, VR.OW, name);
    assertThat(scan(result)).isEmpty();
  }

  @Test
  @DisplayName("takes codes of public schemes for no identifiers, those of private ones for such")
  void codes() {
    DataSet original = original().set(Tag.ReferringPhysicianName, "Femur^Fritz");
    for (String scheme : List.of("SCT", "99LOCAL")) {
      DataSet code =
          new DataSet()
              .set(Tag.CodeValue, "71341001")
              .set(Tag.CodingSchemeDesignator, scheme)
              .set(Tag.CodeMeaning, "Femur");
      DataSet result = new DataSet().set(Tag.AnatomicRegionSequence, List.of(code));
      assertThat(SurvivorScan.compare(original, result)).hasSize(scheme.equals("SCT") ? 0 : 1);
    }
  }

  @Test
  @DisplayName("sees dates that are as they were in the same attribute only")
  void dates() {
    DataSet item = new DataSet().set(Tag.ContentDate, "20240201");
    DataSet original = original().set(Tag.ContentSequence, List.of(new DataSet(), item));
    DataSet result =
        new DataSet()
            .set(Tag.StudyDate, "20240201")
            .set(Tag.SeriesDate, "20240131")
            .set(Tag.ContentSequence, List.of(new DataSet().set(Tag.ContentDate, "20240201")));
    assertThat(SurvivorScan.compare(original, result))
        .extracting(Finding::path, Finding::kind)
        .containsExactly(tuple("(0040,A730)[1].(0008,0023)", Kind.DATE));
  }

  @ParameterizedTest
  @CsvSource({
    "UIDS,(0020,000D)",
    "DATES,(0008,0020)",
    "CHARACTERISTICS,(0010,1010)",
    "DEVICE,(0018,1000)",
    "INSTITUTION,(0008,0080)"
  })
  @DisplayName("takes for no finding what was to be retained")
  void retained(Retained option, String path) {
    assertThat(SurvivorScan.compare(original(), original(), ScanPolicy.retaining(option)))
        .extracting(Finding::path)
        .doesNotContain(path)
        .contains("(0010,0010)");
  }

  @Test
  @DisplayName("takes for no finding what stands in attributes that were to be retained")
  void retainedPlaces() {
    DataSet original = original().set(Tag.ReferringPhysicianName, "Mercy^Ann");
    DataSet result = new DataSet().set(Tag.InstitutionName, "Mercy West");
    assertThat(SurvivorScan.compare(original, result)).isNotEmpty();
    assertThat(SurvivorScan.compare(original, result, ScanPolicy.retaining(Retained.INSTITUTION)))
        .isEmpty();
  }

  @Test
  @DisplayName("does not take the UID of a class for that of an instance")
  void classes() {
    DataSet original = new DataSet().set(Tag.SOPInstanceUID, "0").set(Tag.SOPClassUID, "0");
    assertThat(SurvivorScan.compare(original, new DataSet().set(Tag.SOPClassUID, "0"))).isEmpty();
  }

  @Test
  @DisplayName("says so when a value was not read")
  void unread() {
    Element left =
        new Element(
            Tag.EncapsulatedDocument, VR.OB, new BulkData(Optional.empty(), 0, 5_000_000, false));
    assertThat(scan(new DataSet().put(left)))
        .containsExactly(new Finding("(0042,0011)", Kind.UNSEEN, "(0042,0011)"));
  }

  @Test
  @DisplayName("compares numbers that are text as a whole")
  void numbers() {
    DataSet original = new DataSet().set(Tag.PatientID, "778899").set(Tag.AccessionNumber, "4711");
    assertThat(SurvivorScan.compare(original, new DataSet().set(Tag.InstanceNumber, "778899")))
        .hasSize(1);
    assertThat(SurvivorScan.compare(original, new DataSet().set(Tag.InstanceNumber, "4711")))
        .isEmpty();
  }
}
