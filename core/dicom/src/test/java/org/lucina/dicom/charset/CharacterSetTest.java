package org.lucina.dicom.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

class CharacterSetTest {

  private static Bytes bytes(int... values) {
    byte[] array = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      array[i] = (byte) values[i];
    }
    return Bytes.of(array);
  }

  private static Bytes latin(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest(name = "{0}: byte {1} is {2}")
  @CsvSource({
    "100, E4, ä", "101, B1, ą", "109, A1, Ħ", "110, A2, ĸ", "144, BB, Л", "127, C7, ا",
    "126, C1, Α", "138, E0, א", "148, FD, ı", "203, A4, €", "166, A1, ก", "13, D4, ﾔ"
  })
  void singleByteSetsWorkAloneAndWithCodeExtensions(String number, String hex, String character) {
    Bytes value = bytes(Integer.parseInt(hex, 16));
    for (String term : List.of("ISO_IR " + number, "ISO 2022 IR " + number)) {
      CharacterSet set = CharacterSet.of(List.of(term));

      assertThat(set.decode(value, VR.LO)).isEqualTo(character);
      assertThat(set.encode(character, VR.LO)).isEqualTo(value.toArray());
      assertThat(set.terms()).containsExactly(term);
    }
  }

  @ParameterizedTest(name = "ISO 2022 IR {0} by escape {1}")
  @CsvSource({
    "100, -A, E4, ä", "101, -B, B1, ą", "109, -C, A1, Ħ", "110, -D, A2, ĸ", "144, -L, BB, Л",
    "127, -G, C7, ا", "126, -F, C1, Α", "138, -H, E0, א", "148, -M, FD, ı", "203, -b, A4, €",
    "166, -T, A1, ก", "13, )I, D4, ﾔ", "159, $(D, 226F, ™"
  })
  void everySetIsDesignatedByItsEscapeSequence(
      String number, String escape, String hex, String character) {
    CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR " + number));
    String sequence = "a\u001b" + escape + fromHex(hex);

    assertThat(set.decode(latin(sequence), VR.LO)).isEqualTo("a" + character);
    assertThat(text(set.encode("a" + character, VR.LO))).startsWith(sequence);
  }

  private static String fromHex(String hex) {
    return text(java.util.HexFormat.of().parseHex(hex));
  }

  @Test
  void initialSetsAreInForceAgainAfterEveryDelimiter() {
    CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 144"));
    String text = "Л\rÄ\nÄ\fÄ\tÄ^Ä=Ä\\Ä";

    String encoded = text(set.encode(text, VR.PN));

    assertThat(encoded)
        .isEqualTo("\u001b-L\u00bb\u001b-A\r\u00c4\n\u00c4\f\u00c4\t\u00c4^\u00c4=\u00c4\\\u00c4");
    assertThat(set.decode(latin("\u001b-L\u00bb\r\u00c4"), VR.PN)).isEqualTo("Л\rÄ");
    assertThat(set.decode(latin("\u001b-L\u00bb^\u00c4"), VR.PN)).isEqualTo("Л^Ä");
    assertThat(set.decode(latin("\u001b-L\u00bb^\u00bb"), VR.LO)).isEqualTo("Л^Л");
    assertThat(set.decode(latin("\u001b-L\u00bb\\\u00c4"), VR.LO)).isEqualTo("Л\\Ä");
    assertThat(set.decode(latin("\u001b-L\u00bb\\\u00bb"), VR.LT)).isEqualTo("Л\\Л");
  }

  @Test
  void backslashInsideAMultiByteCharacterDoesNotDivideValues() {
    Bytes gbk = bytes(0x81, 0x5C, 0x5C, 0x81, 0x5C);
    for (String term : List.of("GBK", "GB18030")) {
      assertThat(CharacterSet.of(List.of(term)).decodeValues(gbk, VR.LO)).containsExactly("乗", "乗");
    }
    // JIS X 0208 0x3B5C is a kanji, 0x2140 the full-width backslash
    assertThat(
            CharacterSet.of(List.of("", "ISO 2022 IR 87"))
                .decodeValues(latin("\u001b$B;\\!@\u001b(B\\x"), VR.LO))
        .containsExactly("施＼", "x");
  }

  @Test
  void koreanWithoutTheRepeatedEscapeSequenceIsRead() {
    CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR 149"));

    assertThat(set.decode(latin("\u001b$)C\u00c8\u00ab^\u00b1\u00e6\u00b5\u00bf"), VR.PN))
        .isEqualTo("홍^길동");
  }

  @Test
  void japaneseRomanSetHasYenAndOverlineButKeepsTheValueDelimiter() {
    CharacterSet set = CharacterSet.of(List.of("ISO_IR 13"));

    assertThat(set.decode(latin("\\~"), VR.LT)).isEqualTo("¥‾");
    assertThat(set.decodeValues(latin("a\\b"), VR.LO)).containsExactly("a", "b");
    assertThat(text(set.encode("¥‾", VR.LT))).isEqualTo("\\~");
    assertThat(set.canEncode("~")).isFalse();
    assertThat(set.decode(latin("http://host/~a"), VR.UR)).isEqualTo("http://host/~a");
  }

  @Test
  void undecodableBytesBecomeTheReplacementCharacter() {
    assertThat(CharacterSet.UTF_8.decode(bytes('a', 0xFF, 'b'), VR.LO)).isEqualTo("a\uFFFDb");
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(bytes('a', 0xE4), VR.LO))
        .isEqualTo("a\uFFFD");
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(latin("\u001b%Ga"), VR.LO))
        .isEqualTo("\uFFFD%Ga");
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(latin("\u001b$B;"), VR.LO))
        .isEqualTo("\uFFFD");
  }

  @Test
  void unencodableCharactersBecomeQuestionMarks() {
    assertThat(text(CharacterSet.DEFAULT.encode("Zoë", VR.PN))).isEqualTo("Zo?");
    assertThat(CharacterSet.DEFAULT.canEncode("Zoë")).isFalse();
    CharacterSet japanese = CharacterSet.of(List.of("", "ISO 2022 IR 87"));
    assertThat(text(japanese.encode("山ë", VR.PN))).isEqualTo("\u001b$B;3\u001b(B?");
    assertThat(japanese.canEncode("山ë")).isFalse();
    assertThat(text(japanese.encode("\u001b", VR.PN))).isEqualTo("?");
    assertThat(CharacterSet.UTF_8.canEncode("😀")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO_IR 100",
        "ISO-IR 100",
        "ISO IR 100",
        "iso_ir_100",
        "ISO_IR100",
        "latin1",
        "latin-1",
        "ISO 8859-1",
        "iso8859_1",
        "ISO-8859-1",
        " ISO_IR 100 "
      })
  void spellingsOfLatin1AreUnderstood(String spelling) {
    assertThat(CharacterSet.of(List.of(spelling)).terms()).containsExactly("ISO_IR 100");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ISO_IR 192",
    "utf8, ISO_IR 192",
    "ISO IR 192, ISO_IR 192",
    "ISO 2022 IR 192, ISO_IR 192",
    "GB 18030, GB18030",
    "ISO 2022 GBK, GBK",
    "ISO2022 IR 100, ISO 2022 IR 100",
    "ISO_2022_IR_13, ISO 2022 IR 13"
  })
  void otherSpellingsAreUnderstood(String spelling, String term) {
    assertThat(CharacterSet.of(List.of(spelling)).terms()).containsExactly(term);
  }

  @Test
  void oneExtensionWithoutFirstValueIsReadAsIfTheFirstWereEmpty() {
    CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 87"));

    assertThat(set.decode(latin("A=\u001b$B;3\u001b(B"), VR.PN)).isEqualTo("A=山");
  }

  @Test
  void utf8BesideOtherTermsCountsOnlyInFirstPlaceOrAlone() {
    assertThat(CharacterSet.of(List.of("ISO_IR 192", "ISO 2022 IR 87")))
        .isEqualTo(CharacterSet.UTF_8);
    assertThat(CharacterSet.of(List.of("", "ISO_IR 192"))).isEqualTo(CharacterSet.UTF_8);
    assertThat(CharacterSet.of(List.of("ISO 2022 IR 100", "ISO_IR 192")).terms())
        .containsExactly("ISO 2022 IR 100");
  }

  @Test
  void unknownTermsAreTheDefault() {
    assertThat(CharacterSet.of(List.of("KLINGON"))).isEqualTo(CharacterSet.DEFAULT);
    assertThat(CharacterSet.of(List.of("ISO_IR 6"))).isEqualTo(CharacterSet.DEFAULT);
    assertThat(CharacterSet.of(List.of(""))).isEqualTo(CharacterSet.DEFAULT);
    assertThat(CharacterSet.of(List.of())).isEqualTo(CharacterSet.DEFAULT);
  }

  @Test
  void undeclaredBytesAreReadAsUtf8OrElseLatin1() {
    assertThat(CharacterSet.DEFAULT.decode(bytes('Z', 'o', 0xC3, 0xAB), VR.PN)).isEqualTo("Zoë");
    assertThat(CharacterSet.DEFAULT.decode(bytes('Z', 'o', 0xEB), VR.PN)).isEqualTo("Zoë");
  }

  @Test
  void valuesComeWithoutPadding() {
    CharacterSet set = CharacterSet.DEFAULT;

    assertThat(set.decodeValues(latin(" A \\ B\\\\ "), VR.LO)).containsExactly("A", "B", "", "");
    assertThat(set.decodeValues(latin("  text  "), VR.LT)).containsExactly("  text");
    assertThat(set.decodeValues(latin("a\\b "), VR.UT)).containsExactly("a\\b");
    assertThat(set.decodeValues(latin("1.2.3\0"), VR.UI)).containsExactly("1.2.3");
    assertThat(set.decodeValues(latin("  "), VR.LO)).isEmpty();
    assertThat(set.decodeValues(bytes(), VR.LO)).isEmpty();
  }
}
