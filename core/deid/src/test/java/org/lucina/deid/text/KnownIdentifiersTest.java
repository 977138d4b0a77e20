package org.lucina.deid.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

@DisplayName("Known identifiers in free text")
class KnownIdentifiersTest {

  private static DataSet patient() {
    return new DataSet()
        .set(Tag.SpecificCharacterSet, "ISO_IR 192")
        .set(Tag.PatientName, "O'Brien-Müller^Siân^Maria^Dr.")
        .set(Tag.PatientID, "00-4711-82")
        .set(Tag.AccessionNumber, "ACC2024.77")
        .set(Tag.PatientBirthDate, "19570309")
        .set(Tag.StudyDate, "20240131")
        .set(Tag.StudyInstanceUID, "1.2.826.0.1.77.1")
        .set(Tag.ReferringPhysicianName, "Grant^Ulysses^S")
        .set(Tag.PatientTelephoneNumbers, "+49 (30) 555-1234")
        .set(Tag.PatientAddress, "Beispielstraße 12, 10115 Musterstadt")
        .set(Tag.InstitutionName, "St. Mary's General Hospital")
        .set(Tag.StationName, "CTAWP77")
        .set(Tag.BodyPartExamined, "CHEST");
  }

  private static String clean(DataSet original, String text) {
    return KnownIdentifiers.of(original).clean(text).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Seen: O'Brien-Müller, Siân | Seen: [name]",
        "Siân Maria O’Brien-Müller was | [name] was",
        "SIAN M. OBRIEN MUELLER | [name]",
        "Mrs. Mueller said | Mrs. [name] said",
        "O Brien^Sian^^= | [name]^^=",
        "sian_obrien-muller.dcm | [name].dcm",
        "Dr. U. S. Grant, MD | Dr. [name], MD",
        "Grant's opinion | [name]'s opinion",
        "granted, immigrant | granted, immigrant",
        "ID 0047 11 82 | ID [id]",
        "MRN:471182; | MRN:[id];",
        "MRN471182 and 4711820 | MRN[id] and 4711820",
        "acc2024-77 or ACC202477 | [id] or [id]",
        "Tel. 030 5551234 | Tel. [phone]",
        "Tel. 0049-30/555 12 34 | Tel. [phone]",
        "lives in Musterstadt, Beispielstrasse 12 | lives in [address], [address]",
        "at St Mary's General Hospital | at [institution]",
        "in the hospital | in the hospital",
        "on ctawp77 | on [device]",
        "UID 1.2.826.0.1.77.1. | UID [uid].",
        "UID 1.2.826.0.1.77.12 | UID 1.2.826.0.1.77.12",
        "chest pain, Maria | chest pain, [name]"
      })
  @DisplayName("are replaced, and nothing else is")
  void replaced(String text, String expected) {
    assertThat(clean(patient(), text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20240131",
        "2024-01-31",
        "2024/1/31",
        "31.01.2024",
        "31. 1. 2024",
        "31.1.24",
        "01/31/2024",
        "1/31/24",
        "31/01/2024",
        "31 Jan 2024",
        "31-JAN-2024",
        "31JAN2024",
        "31st of January 2024",
        "January 31, 2024",
        "Jan. 31st, 2024",
        "31. Januar 2024",
        "31 janvier 2024",
        "31 de enero de 2024",
        "31 gennaio 2024",
        "31 января 2024",
        "2024年1月31日",
        "2024년 1월 31일",
        "２０２４年１月３１日",
        "240131",
        "20240131101500"
      })
  @DisplayName("include dates as they are usually written")
  void dates(String date) {
    assertThat(clean(patient(), "on " + date + ":")).matches("on \\[date\\]日?일?:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30.01.2024", "20240130", "31 2024", "January 2024", "2024-13-31"})
  @DisplayName("do not include other dates and numbers")
  void otherDates(String text) {
    assertThat(clean(patient(), text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yamada^Tarou=山田^太郎=やまだ^たろう | 患者山田太郎の胸部 | 患者[name]の胸部",
        "Yamada^Tarou=山田^太郎=やまだ^たろう | 太郎 山田 | [name]",
        "Yamada^Tarou=山田^太郎=やまだ^たろう | ヤマダ・タロウ 様 | [name] 様",
        "Yamada^Tarou=山田^太郎=やまだ^たろう | ﾔﾏﾀﾞ ﾀﾛｳ | [name]",
        "Yamada^Tarou=山田^太郎=やまだ^たろう | taro yamada | taro [name]",
        "Hong^Gildong=洪^吉洞=홍^길동 | 홍길동은 | [name]은",
        "Hong^Gildong=洪^吉洞=홍^길동 | 洪水 | 洪水",
        "Wang^XiaoDong=王^小东 | 王小东,男 | [name],男",
        "Wang^Bo=王^波 | 王波 检查 | [name] 检查",
        "Wang^Bo=王^波 | 超声波 | 超声波",
        "Люкceмбypг | ЛЮКCEМБYPГ. | [name].",
        "Иванов^Пётр | петр ИВАНОВ | [name]",
        "Διονυσιος | ΔΙΟΝΥΣΙΟΣ και | [name] και",
        "Παπαδόπουλος^Νίκος | του Νικος Παπαδοπουλος | του [name]",
        "שרון^דבורה | דבורה שרון | [name]",
        "قباني^لنزار | لنزار قَبّاني | [name]",
        "Äneas^Rüdiger | Ruediger AENEAS | [name]",
        "Buc^Jérôme | JEROME BUC | [name]",
        "Łukasz^Grzegorz | Lukasz | [name]",
        "Jørgensen^Åse | Joergensen, Aase | [name]",
        "von der Leyen^Maria | Maria von der Leyen und der Arzt | [name] und der Arzt",
        "Nguyễn^Văn^Thị | nguyen thi van | [name]"
      })
  @DisplayName("are found in every script")
  void scripts(String name, String text, String expected) {
    DataSet original = new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    assertThat(clean(original.set(Tag.PatientName, name), text)).isEqualTo(expected);
  }

  @Test
  @DisplayName("are found when the data set is in another character set than the text was")
  void characterSets() {
    DataSet original =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "", "ISO 2022 IR 87")
            .set(Tag.PatientName, "Yamada^Tarou=山田^太郎");
    assertThat(clean(original, "山田 Tarou")).isEqualTo("[name]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Li^Wei | W. Li and Li, W and W Li | [name] and [name] and W Li",
        "Li^Wei | wei li | [name]",
        "Li^Wei | in Li batteries | in Li batteries",
        "An^David | and an apple | and an apple",
        "An^David | David An | [name]",
        "To^An | refer to an expert | refer to an expert",
        "To^An | To An | [name]",
        "He^R | he r | he r",
        "Do^Ne | done | done",
        "Doe^J | J Doe, jdoe | [name], jdoe",
        "HEAD^PHANTOM | a head phantom | a head phantom",
        "Anonymous^^ | anonymous | anonymous",
        "12 | 12 mm | 12 mm"
      })
  @DisplayName("that are short are looked for only where they are names")
  void shortNames(String name, String text, String expected) {
    assertThat(clean(new DataSet().set(Tag.PatientName, name), text)).isEqualTo(expected);
  }

  @Test
  @DisplayName("below four letters and digits are no ids")
  void shortIds() {
    DataSet original = new DataSet().set(Tag.PatientID, "A12").set(Tag.StudyID, "123");
    assertThat(clean(original, "A12 and 123 mm")).isEqualTo("A12 and 123 mm");
  }

  @Test
  @DisplayName("that the data set has as code strings are found with the rest of the name only")
  void codeStrings() {
    DataSet original =
        new DataSet().set(Tag.PatientName, "Aorta^John").set(Tag.BodyPartExamined, "AORTA");
    assertThat(clean(original, "aorta of John Aorta")).isEqualTo("aorta of [name]");
  }

  @Test
  @DisplayName("are those of items and of structured reports, too")
  void nested() {
    DataSet observer =
        new DataSet().set(Tag.ValueType, "PNAME").set(Tag.PersonName, "Holmes^Sherlock");
    DataSet other = new DataSet().set(Tag.PatientID, "OTHER-99");
    DataSet original =
        new DataSet()
            .set(Tag.OtherPatientIDsSequence, List.of(other))
            .set(
                Tag.ContentSequence,
                List.of(new DataSet().set(Tag.ContentSequence, List.of(observer))));
    assertThat(clean(original, "other99 by S. Holmes")).isEqualTo("[id] by [name]");
  }

  @Test
  @DisplayName("are not found in placeholders: cleaning again changes nothing")
  void idempotent() {
    KnownIdentifiers known = KnownIdentifiers.of(patient().set(Tag.OperatorsName, "Name^Id"));
    String once = known.clean("Siân, 471182, 31.1.2024, Tel. 030 5551234, ctawp77").text();
    assertThat(known.clean(once).text()).isEqualTo(once);
    assertThat(known.clean(once).replaced()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SH | Grant 123456789012 | [name] 123456789",
        "SH | 1234567890 Grant | 1234567890",
        "LO | Grant 123456789012 | [name] 123456789012",
        "SH | Grant [12345 7890] | [name] [12345 78"
      })
  @DisplayName("leave a text that fits its VR, without half a placeholder")
  void limits(VR vr, String text, String expected) {
    assertThat(KnownIdentifiers.of(patient()).clean(text, vr).text()).isEqualTo(expected);
  }

  @Test
  @DisplayName("are refused when somebody made up thousands of names")
  void tooMany() {
    List<DataSet> items =
        IntStream.range(0, 2_001)
            .mapToObj(number -> new DataSet().set(Tag.PersonName, "Name" + number + "^Given"))
            .toList();
    DataSet original = new DataSet().set(Tag.ContentSequence, items);
    assertThatThrownBy(() -> KnownIdentifiers.of(original))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 2000")
        .hasMessageNotContaining("Given");
  }

  @Test
  @DisplayName("are refused when they have so many parts that they would fill the memory")
  void tooLong() {
    List<DataSet> items =
        IntStream.range(0, 5_000)
            .mapToObj(
                number ->
                    IntStream.range(0, 64)
                        .mapToObj(line -> "Street" + Integer.toString(64 * number + line, 26))
                        .collect(Collectors.joining(",")))
            .map(address -> new DataSet().set(Tag.PersonAddress, VR.UT, address))
            .toList();
    DataSet original = new DataSet().set(Tag.ContentSequence, items);
    assertThatThrownBy(() -> KnownIdentifiers.of(original))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many forms")
        .hasMessageNotContaining("Street");
  }

  @Test
  @DisplayName("are never in what toString tells")
  void secret() {
    KnownIdentifiers known = KnownIdentifiers.of(patient());
    assertThat(known.clean("Grant and Jones").toString()).isEqualTo("1 replaced, 0 suspicious");
    assertThat(Identifiers.of(patient()).toString()).doesNotContain("Grant").doesNotContain("4711");
  }
}
