package org.lucina.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ReadLimits;

class DicomJsonReadTest {

  private static DataSet read(String json) throws IOException {
    return read(json, ReadLimits.DEFAULT);
  }

  private static DataSet read(String json, ReadLimits limits) throws IOException {
    return DicomJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), limits);
  }

  @Test
  void membersComeInAnyOrder() throws IOException {
    DataSet dataSet =
        read(
            "\uFEFF { \"00100020\" : {\"Value\":[\"x\"],\"extra\":{\"a\":[1,{}]},\"vr\":\"LO\"},"
                + " \"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\",\"MR\"]}, \"7fe00010\":"
                + "{\"InlineBinary\":\"AQID\",\"vr\":\"OB\"} } ");

    assertThat(dataSet.string(Tag.PatientID)).contains("x");
    assertThat(dataSet.strings(Tag.Modality)).containsExactly("CT", "MR");
    assertThat(dataSet.bytes(Tag.PixelData).orElseThrow().toArray()).containsExactly(1, 2, 3, 0);
    assertThat(dataSet.iterator().next().tag()).isEqualTo(Tag.Modality);
  }

  @Test
  void absentVrIsThatOfTheDictionary() throws IOException {
    assertThat(read("{\"00280010\":{\"Value\":[512]}}").integer(Tag.Rows)).hasValue(512);
  }

  @Test
  void namesHaveGroups() throws IOException {
    DataSet dataSet =
        read(
            "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\","
                + "\"Phonetic\":\"やまだ^たろう\"},null,{},{\"Ideographic\":null},\"Plain^Text\"]}}");

    assertThat(dataSet.strings(Tag.PatientName))
        .containsExactly("Yamada^Tarou==やまだ^たろう", "", "", "", "Plain^Text");
    assertThat(dataSet.strings(Tag.SpecificCharacterSet)).containsExactly("ISO_IR 192");
  }

  @Test
  void itemsNest() throws IOException {
    DataSet dataSet =
        read(
            "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{},null,"
                + "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00080060\":{\"vr\":\"CS\","
                + "\"Value\":[\"CT\"]}}]}}]}}");

    List<DataSet> items = dataSet.items(Tag.ReferencedSeriesSequence);
    assertThat(items).hasSize(3);
    assertThat(items.get(2).items(Tag.ReferencedSOPSequence).get(0).string(Tag.Modality))
        .contains("CT");
    assertThat(items.get(2).parent()).contains(dataSet);
  }

  @Test
  void bulkDataIsLeftWhereItIs() throws IOException {
    DataSet dataSet = read("{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"http://h/b/1\"}}");

    assertThat(dataSet.get(Tag.PixelData).orElseThrow().value())
        .isInstanceOfSatisfying(
            BulkData.class,
            bulk -> {
              assertThat(bulk.uri()).contains("http://h/b/1");
              assertThat(bulk.length()).isEqualTo(-1);
            });
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "US, 65535, 65535",
    "US, 1.0, 1",
    "SS, -32768, -32768",
    "UL, 4294967295, 4294967295",
    "SL, -1e3, -1000",
    "SV, '\"-9223372036854775808\"', -9223372036854775808",
    "UV, '\"18446744073709551615\"', 18446744073709551615",
    "UV, 1e3, 1000",
    "FL, 0.1, 0.1",
    "FL, '\"inf\"', Infinity",
    "FD, '\"NaN\"', NaN",
    "FD, '\"-inf\"', -Infinity",
    "FD, 1e-400, 0.0",
    "AT, '\"0018106f\"', 0018106F",
    "DS, 1.50, 1.50",
    "DS, '\"+1.50\"', +1.50",
    "IS, 7, 7"
  })
  void numbersAreReadForTheirVr(VR vr, String json, String value) throws IOException {
    DataSet dataSet = read("{\"00091001\":{\"vr\":\"" + vr + "\",\"Value\":[" + json + "]}}");

    assertThat(dataSet.strings(0x00091001)).containsExactly(value);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "US, 65536",
    "US, -1",
    "SS, 32768",
    "UL, 4294967296",
    "SL, 1.5",
    "SL, 1e1000000000",
    "SV, 9223372036854775808",
    "UV, -1",
    "UV, 18446744073709551616",
    "FD, '\"x\"'",
    "AT, '\"1018\"'",
    "OB, 1",
    "LO, true",
    "LO, [1]",
    "SQ, '\"x\"'",
    "LO, '{\"00080060\":{}}'"
  })
  void valuesThatDoNotFitAreRefused(VR vr, String json) {
    assertThatThrownBy(
            () -> read("{\"00091001\":{\"vr\":\"" + vr + "\",\"Value\":[" + json + "]}}"))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("(0009,1001)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{}{}",
        "{} x",
        "{\"00080060\"}",
        "{\"00080060\":1}",
        "{\"00080060\":{\"vr\":\"XX\"}}",
        "{\"00080060\":{\"vr\":\"CS\"},}",
        "{\"00080060\":{\"vr\":\"CS\"},\"00080060\":{\"vr\":\"CS\"}}",
        "{\"PatientID\":{\"vr\":\"LO\"}}",
        "{\"-0080060\":{\"vr\":\"LO\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":\"CT\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"C\nT\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"\\x\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"\\u12g4\"]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[01]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[+1]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[nul]}}",
        "{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"?\"}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A\",\"Latin\":\"B\"}]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"x\":{"
      })
  void whatIsNoDataSetIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(DicomFormatException.class);
  }

  @Test
  void escapesAreUndone() throws IOException {
    DataSet dataSet =
        read(
            "{\"00102000\":{\"vr\":\"LT\",\"Value\":[\"\\u00e4\\uD83D\\uDE00\\n\\/\\\"\\uD83Dx"
                + "\\uD83D\\u0041\\uD83D\\t\"]}}");

    assertThat(dataSet.string(0x00102000)).contains("ä😀\n/\"�x�A�\t".stripTrailing() + "\t");
  }

  @Test
  void aDeclaredCharacterSetGivesWayToUtf8WhereTextNeedsIt() throws IOException {
    String declared = "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 100\"]},";

    DataSet plain = read(declared + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\"]}}");
    DataSet wide =
        read(
            declared
                + "\"00081115\":{\"vr\":\"SQ\",\"Value\":["
                + declared
                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"ä\"]}}]}}");

    assertThat(plain.string(Tag.SpecificCharacterSet)).contains("ISO_IR 100");
    assertThat(wide.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    DataSet item = wide.items(Tag.ReferencedSeriesSequence).get(0);
    assertThat(item.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    assertThat(item.string(Tag.PatientID)).contains("ä");
  }

  @Test
  void allDataSetsOfAnArrayAreGiven() throws IOException {
    List<String> found = new ArrayList<>();
    for (String json :
        List.of(
            "[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\"]}},"
                + "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"b\"]}}]",
            "[]",
            "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"c\"]}}")) {
      DicomJson.readAll(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
          ReadLimits.DEFAULT,
          dataSet -> found.add(dataSet.string(Tag.PatientID).orElseThrow()));
    }

    assertThat(found).containsExactly("a", "b", "c");
  }

  @Test
  void faultsTellPathAndOffset() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{},{\"00280010\":{\"vr\":\"US\","
                        + "\"Value\":[\"x\"]}}]}}"))
        .isInstanceOfSatisfying(
            DicomFormatException.class,
            fault -> {
              assertThat(fault.tagPath()).isEqualTo("(0008,1115)[2].(0028,0010)");
              assertThat(fault.offset()).isPositive();
            });
  }
}
