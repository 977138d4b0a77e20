package org.lucina.dicom.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

/** Reads and writes the examples of PS3.5 Annexes H, I, J and K, byte for byte. */
class CharacterSetExamplesTest {

  static Stream<Arguments> examples() {
    return Stream.of(
        example(
            "\\ISO 2022 IR 87",
            "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B"
                + "=\u001b$B$d$^$@\u001b(B^\u001b$B$?$m$&\u001b(B",
            "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        example(
            "ISO 2022 IR 13\\ISO 2022 IR 87",
            "\u00d4\u00cf\u00c0\u00de^\u00c0\u00db\u00b3=\u001b$B;3ED\u001b(J^\u001b$BB@O:\u001b(J"
                + "=\u001b$B$d$^$@\u001b(J^\u001b$B$?$m$&\u001b(J",
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
        example(
            "\\ISO 2022 IR 149",
            "Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7"
                + "=\u001b$)C\u00c8\u00ab^\u001b$)C\u00b1\u00e6\u00b5\u00bf",
            "Hong^Gildong=洪^吉洞=홍^길동"),
        example(
            "\\ISO 2022 IR 58",
            "Zhang^XiaoDong=\u001b$)A\u00d5\u00c5^\u001b$)A\u00d0\u00a1\u00b6\u00ab=",
            "Zhang^XiaoDong=张^小东="),
        example(
            "ISO_IR 192",
            "Wang^XiaoDong=\u00e7\u008e\u008b^\u00e5\u00b0\u008f\u00e6\u009d\u00b1=",
            "Wang^XiaoDong=王^小東="),
        example(
            "GB18030",
            "Wang^XiaoDong=\u00cd\u00f5^\u00d0\u00a1\u00b6\u00ab=",
            "Wang^XiaoDong=王^小东="),
        example(
            "GBK", "Wang^XiaoDong=\u00cd\u00f5^\u00d0\u00a1\u00b6\u00ab=", "Wang^XiaoDong=王^小东="));
  }

  private static Arguments example(String terms, String bytes, String text) {
    return Arguments.of(List.of(terms.split("\\\\", -1)), bytes, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void decodes(List<String> terms, String bytes, String text) {
    Bytes value = Bytes.of(bytes.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(CharacterSet.of(terms).decode(value, VR.PN)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void encodes(List<String> terms, String bytes, String text) {
    CharacterSet set = CharacterSet.of(terms);

    assertThat(new String(set.encode(text, VR.PN), StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
    assertThat(set.canEncode(text)).isTrue();
    assertThat(set.terms()).isEqualTo(terms);
  }
}
