package org.lucina.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

class DicomJsonWriteTest {

  private static String json(DataSet dataSet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomJson.write(dataSet, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String text(VR vr, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    String json = json(new DataSet().put(new Element(Tag.PatientID, vr, Bytes.of(bytes))));
    String before = "{\"00100020\":{\"vr\":\"" + vr + "\"";
    assertThat(json).startsWith(before).endsWith("}}");
    return json.substring(before.length(), json.length() - 2);
  }

  private static Element bytes(int tag, VR vr, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Element(tag, vr, Bytes.of(bytes));
  }

  @Test
  void anEmptyDataSetIsAnEmptyObject() throws IOException {
    assertThat(json(new DataSet())).isEqualTo("{}");
  }

  @ParameterizedTest(name = "{0} \"{1}\" gives {2}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "LO, a ,`,\"Value\":[\"a\"]`",
        "LO,a\\ b ,`,\"Value\":[\"a\",\"b\"]`",
        "LO,a\\\\b,`,\"Value\":[\"a\",null,\"b\"]`",
        "LO,\\,``",
        "LO, ,``",
        "LT, a\\b ,`,\"Value\":[\" a\\\\b\"]`",
        "LO,q\"\t\u0001/,`,\"Value\":[\"q\\\"\\t\\u0001/\"]`",
        "PN,Doe ^John^^^= ,`,\"Value\":[{\"Alphabetic\":\"Doe^John\"}]`",
        "PN,=I=P=X,`,\"Value\":[{\"Ideographic\":\"I\",\"Phonetic\":\"P\"}]`",
        "PN,A\\\\B,`,\"Value\":[{\"Alphabetic\":\"A\"},null,{\"Alphabetic\":\"B\"}]`",
        "PN,^^=,``",
        "DS,+1.80\\.5\\5.\\007.50\\-.5\\1E+5,`,\"Value\":[1.80,0.5,5,7.50,-0.5,1E+5]`",
        "DS,abc\\12345678901234567\\1 2\\0x10\\-\\1e,"
            + "`,\"Value\":[\"abc\",\"12345678901234567\",\"1 2\",\"0x10\",\"-\",\"1e\"]`",
        "DS,-0\\0\\00\\-00.10,`,\"Value\":[-0,0,0,-0.10]`",
        "IS,+5\\ 7\\007\\2147483648\\1.5,`,\"Value\":[5,7,7,\"2147483648\",\"1.5\"]`",
        "UI,1.2.3\0,`,\"Value\":[\"1.2.3\"]`",
        "UR,http://a\\b ,`,\"Value\":[\"http://a\\\\b\"]`"
      })
  void textIsWrittenAsDcmtkDoes(VR vr, String value, String members) throws IOException {
    assertThat(text(vr, value)).isEqualTo(members);
  }

  @Test
  void decimalsCanStayStrings() throws IOException {
    DataSet dataSet = new DataSet().set(Tag.PatientSize, "+1.80").set(Tag.InstanceNumber, "007");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    DicomJson.write(dataSet, out, (path, element) -> Optional.empty(), NumberForm.STRINGS);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"00101020\":{\"vr\":\"DS\",\"Value\":[\"+1.80\"]},"
                + "\"00200013\":{\"vr\":\"IS\",\"Value\":[\"007\"]}}");
  }

  /** Found by fuzzing: such a value made the whole text no JSON. */
  @Test
  void integersAmongControlCharactersAreStrings() throws IOException {
    assertThat(text(VR.IS, "\f\r4")).isEqualTo(",\"Value\":[\"\\f\\r4\"]");
    assertThat(text(VR.IS, "4\t")).isEqualTo(",\"Value\":[\"4\\t\"]");
    assertThat(text(VR.IS, " +04 ")).isEqualTo(",\"Value\":[4]");
  }

  @Test
  void binaryNumbersAreJsonNumbers() throws IOException {
    DataSet dataSet =
        new DataSet()
            .put(bytes(Tag.Rows, VR.US, 0xFF, 0xFF, 1, 0))
            .put(bytes(0x00280106, VR.SS, 0xFF, 0xFF))
            .put(bytes(0x00720078, VR.UL, 0xFF, 0xFF, 0xFF, 0xFF))
            .put(bytes(0x0072007C, VR.SL, 0xFF, 0xFF, 0xFF, 0xFF))
            .put(bytes(0x00280009, VR.AT, 0x18, 0, 0x63, 0x10))
            .set(0x00720076, VR.FL, 0.1, 1e10, -2, -0.0)
            .set(0x00720074, VR.FD, 0.1, 1e300, Double.NaN, Double.NEGATIVE_INFINITY);

    assertThat(json(dataSet))
        .contains("\"00280010\":{\"vr\":\"US\",\"Value\":[65535,1]}")
        .contains("\"00280106\":{\"vr\":\"SS\",\"Value\":[-1]}")
        .contains("\"00720078\":{\"vr\":\"UL\",\"Value\":[4294967295]}")
        .contains("\"0072007C\":{\"vr\":\"SL\",\"Value\":[-1]}")
        .contains("\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]}")
        .contains("\"00720076\":{\"vr\":\"FL\",\"Value\":[0.1,1.0E10,-2,-0.0]}")
        .contains("\"00720074\":{\"vr\":\"FD\",\"Value\":[0.1,1.0E300,\"NaN\",\"-inf\"]}");
  }

  @Test
  void integersBeyond53BitsAreStrings() throws IOException {
    DataSet dataSet =
        new DataSet()
            .set(0x00720082, VR.SV, "-9223372036854775808", "-9007199254740991")
            .set(0x00720083, VR.UV, "18446744073709551615", "9007199254740991");

    assertThat(json(dataSet))
        .isEqualTo(
            "{\"00720082\":{\"vr\":\"SV\",\"Value\":[\"-9223372036854775808\",-9007199254740991]},"
                + "\"00720083\":{\"vr\":\"UV\",\"Value\":[\"18446744073709551615\",9007199254740991]}}");
  }

  @Test
  void incompleteNumbersHaveNoValue() throws IOException {
    assertThat(json(new DataSet().put(bytes(Tag.Rows, VR.US, 1))))
        .isEqualTo("{\"00280010\":{\"vr\":\"US\"}}");
  }

  @Test
  void inlineBinaryIsLittleEndian() throws IOException {
    Bytes bigEndian = Bytes.of(new byte[] {9, 1, 2, 3, 4, 5}, 1, 5, true);

    assertThat(json(new DataSet().put(new Element(Tag.PixelData, VR.OW, bigEndian))))
        .isEqualTo("{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"AgEEAwU=\"}}");
  }

  @Test
  void largeInlineBinaryIsOneString() throws IOException {
    byte[] pixels = new byte[100_000];
    new java.util.Random(1).nextBytes(pixels);

    assertThat(json(new DataSet().set(Tag.PixelData, VR.OB, pixels)))
        .contains('"' + java.util.Base64.getEncoder().encodeToString(pixels) + '"');
  }

  @Test
  void groupLengthsAreLeftOut() throws IOException {
    assertThat(json(new DataSet().set(0x00080000, VR.UL, 12).set(Tag.Modality, "CT")))
        .isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
  }

  @Test
  void textIsUtf8AndSoDeclared() throws IOException {
    DataSet dataSet =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 100")
            .set(Tag.PatientName, "Zoë")
            .set(
                Tag.ReferencedPatientSequence,
                List.of(
                    new DataSet()
                        .set(Tag.SpecificCharacterSet, "ISO_IR 144")
                        .put(bytes(Tag.PatientName, VR.PN, 0xBB))));

    assertThat(json(dataSet))
        .isEqualTo(
            "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00081120\":{\"vr\":\"SQ\",\"Value\":[{"
                + "\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Л\"}]}}]},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Zoë\"}]}}");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreFourBytes() throws IOException {
    DataSet dataSet =
        new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192").set(Tag.PatientID, "😀�");

    assertThat(json(dataSet)).contains("[\"😀�\"]");
  }

  @Test
  void bulkDataIsAskedForByPath() throws IOException {
    List<String> asked = new ArrayList<>();
    DataSet item = new DataSet().set(0x00091001, VR.UN, new byte[] {1, 2});
    DataSet dataSet =
        new DataSet()
            .set(Tag.ReferencedSeriesSequence, List.of(new DataSet(), item))
            .put(new Element(Tag.PixelData, VR.OW, new BulkData(Optional.empty(), 0, 9, false)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    DicomJson.write(
        dataSet,
        out,
        (path, element) -> {
          asked.add(path);
          return element.tag() == Tag.PixelData
              ? Optional.of("bulkdata/" + path)
              : Optional.empty();
        });

    assertThat(asked).containsExactly("00081115/2/00091001", "7FE00010");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{},"
                + "{\"00091001\":{\"vr\":\"UN\",\"InlineBinary\":\"AQI=\"}}]},"
                + "\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"bulkdata/7FE00010\"}}");
  }

  @Test
  void whatCannotBeInlineNeedsAnUri() {
    Fragments fragments =
        new Fragments(Bytes.of(new byte[0]), List.of(Bytes.of(new byte[] {1, 2})));

    assertThatThrownBy(() -> json(new DataSet().put(new Element(Tag.PixelData, VR.OB, fragments))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("7FE00010");
  }

  @Test
  void emptySequencesAndItemsAreKept() throws IOException {
    assertThat(json(new DataSet().set(Tag.ReferencedSeriesSequence, List.of())))
        .isEqualTo("{\"00081115\":{\"vr\":\"SQ\"}}");
    assertThat(json(new DataSet().set(Tag.ReferencedSeriesSequence, List.of(new DataSet()))))
        .isEqualTo("{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{}]}}");
  }
}
