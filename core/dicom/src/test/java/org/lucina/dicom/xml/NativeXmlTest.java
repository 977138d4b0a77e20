package org.lucina.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ReadLimits;

class NativeXmlTest {
  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\""
          + " xml:space=\"preserve\">";
  private static final String END = "</NativeDicomModel>";

  private static String xml(DataSet dataSet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NativeXml.write(
        dataSet,
        out,
        (path, element) ->
            element.value() instanceof BulkData ? Optional.of("b/" + path) : Optional.empty());
    String document = out.toString(StandardCharsets.UTF_8);
    assertThat(document).startsWith(START).endsWith(END);
    return document.substring(START.length(), document.length() - END.length());
  }

  private static DataSet read(String attributes) throws IOException {
    String document = START + attributes + END;
    return NativeXml.read(
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULT);
  }

  /** What is written, and what is written of it when it is read again, are the same. */
  private static void assertWritten(DataSet dataSet, String attributes) throws IOException {
    assertThat(xml(dataSet)).isEqualTo(attributes);
    assertThat(xml(read(attributes))).isEqualTo(attributes);
  }

  @Test
  void valuesAreNumbered() throws IOException {
    assertWritten(
        new DataSet().set(Tag.ImageType, "ORIGINAL", "", "AXIAL").set(Tag.Rows, VR.US, 512),
        "<DicomAttribute tag=\"00080008\" vr=\"CS\" keyword=\"ImageType\">"
            + "<Value number=\"1\">ORIGINAL</Value><Value number=\"2\"></Value>"
            + "<Value number=\"3\">AXIAL</Value></DicomAttribute>"
            + "<DicomAttribute tag=\"00280010\" vr=\"US\" keyword=\"Rows\">"
            + "<Value number=\"1\">512</Value></DicomAttribute>");
  }

  @Test
  void emptyAttributesHaveNoValue() throws IOException {
    assertWritten(
        new DataSet().setEmpty(Tag.PatientID, VR.LO),
        "<DicomAttribute tag=\"00100020\" vr=\"LO\" keyword=\"PatientID\"></DicomAttribute>");
  }

  @Test
  void namesHaveGroupsAndComponents() throws IOException {
    assertWritten(
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, "Yamada^Tarou^^Dr=山田^太郎", "^Given"),
        "<DicomAttribute tag=\"00080005\" vr=\"CS\" keyword=\"SpecificCharacterSet\">"
            + "<Value number=\"1\">ISO_IR 192</Value></DicomAttribute>"
            + "<DicomAttribute tag=\"00100010\" vr=\"PN\" keyword=\"PatientName\">"
            + "<PersonName number=\"1\"><Alphabetic><FamilyName>Yamada</FamilyName>"
            + "<GivenName>Tarou</GivenName><NamePrefix>Dr</NamePrefix></Alphabetic>"
            + "<Ideographic><FamilyName>山田</FamilyName><GivenName>太郎</GivenName></Ideographic>"
            + "</PersonName><PersonName number=\"2\"><Alphabetic><GivenName>Given</GivenName>"
            + "</Alphabetic></PersonName></DicomAttribute>");
  }

  @Test
  void itemsAreNumbered() throws IOException {
    assertWritten(
        new DataSet()
            .set(
                Tag.ReferencedSeriesSequence,
                List.of(new DataSet().set(Tag.Modality, "CT"), new DataSet())),
        "<DicomAttribute tag=\"00081115\" vr=\"SQ\" keyword=\"ReferencedSeriesSequence\">"
            + "<Item number=\"1\"><DicomAttribute tag=\"00080060\" vr=\"CS\" keyword=\"Modality\">"
            + "<Value number=\"1\">CT</Value></DicomAttribute></Item><Item number=\"2\"></Item>"
            + "</DicomAttribute>");
  }

  @Test
  void binaryValuesAreInlineOrElsewhere() throws IOException {
    assertWritten(
        new DataSet()
            .set(0x00420011, VR.OB, new byte[] {1, 2})
            .put(new Element(Tag.PixelData, VR.OW, new BulkData(Optional.of("x"), 0, -1, false))),
        "<DicomAttribute tag=\"00420011\" vr=\"OB\" keyword=\"EncapsulatedDocument\">"
            + "<InlineBinary>AQI=</InlineBinary></DicomAttribute>"
            + "<DicomAttribute tag=\"7FE00010\" vr=\"OW\" keyword=\"PixelData\">"
            + "<BulkData uri=\"b/7FE00010\"/></DicomAttribute>");
  }

  @Test
  void fragmentsNeedAnUri() {
    Fragments fragments = new Fragments(Bytes.of(new byte[0]), List.of(Bytes.of(new byte[2])));

    assertThatThrownBy(() -> xml(new DataSet().put(new Element(Tag.PixelData, VR.OB, fragments))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("7FE00010");
  }

  @Test
  void privateAttributesAreNamedByTheirCreator() throws IOException {
    assertWritten(
        new DataSet()
            .set(0x00090010, VR.LO, "ACME")
            .set(0x00090011, VR.LO, "OTHER")
            .set(0x00091001, VR.LO, "a")
            .set(0x00091101, VR.LO, "b"),
        "<DicomAttribute tag=\"00090010\" vr=\"LO\"><Value number=\"1\">ACME</Value>"
            + "</DicomAttribute>"
            + "<DicomAttribute tag=\"00090011\" vr=\"LO\"><Value number=\"1\">OTHER</Value>"
            + "</DicomAttribute>"
            + "<DicomAttribute tag=\"00090001\" vr=\"LO\" privateCreator=\"ACME\">"
            + "<Value number=\"1\">a</Value></DicomAttribute>"
            + "<DicomAttribute tag=\"00090001\" vr=\"LO\" privateCreator=\"OTHER\">"
            + "<Value number=\"1\">b</Value></DicomAttribute>");
  }

  @Test
  void aPrivateCreatorWithoutBlockGetsTheNextFreeOne() throws IOException {
    DataSet dataSet =
        read(
            "<DicomAttribute tag=\"00090001\" vr=\"LO\" privateCreator=\"NEW\">"
                + "<Value number=\"1\">a</Value></DicomAttribute>"
                + "<DicomAttribute tag=\"00090010\" vr=\"LO\"><Value>OLD</Value></DicomAttribute>");

    assertThat(dataSet.string(0x00090011)).contains("NEW");
    assertThat(dataSet.string(0x00091101)).contains("a");
  }

  @Test
  void whatXmlCannotSayIsEscapedOrReplaced() throws IOException {
    DataSet dataSet = new DataSet().set(0x00102000, VR.LT, "a<b>&\"\r\n\t\f\u001b]]>");

    assertThat(xml(dataSet)).contains(">a&lt;b&gt;&amp;&quot;&#13;&#10;&#9;\uFFFD\uFFFD]]&gt;<");
    assertThat(read(xml(dataSet)).string(0x00102000)).contains("a<b>&\"\r\n\t\uFFFD\uFFFD]]>");
  }

  @Test
  void floatingPointNumbersKeepTheirBits() throws IOException {
    DataSet dataSet =
        new DataSet()
            .set(0x00720074, VR.FD, Math.PI, Double.MIN_VALUE, Double.NEGATIVE_INFINITY)
            .set(0x00720076, VR.FL, 0.1f, Float.NaN);

    assertThat(xml(dataSet)).contains("<Value number=\"3\">-inf</Value>");
    DataSet again = read(xml(dataSet));
    for (Element element : dataSet) {
      assertThat(again.bytes(element.tag()).orElseThrow().toArray())
          .isEqualTo(((Bytes) element.value()).toArray());
    }
  }

  @Test
  void numbersOfValuesCountAndGapsAreEmpty() throws IOException {
    DataSet dataSet =
        read(
            "<DicomAttribute tag=\"00080008\" vr=\"CS\"><Value number=\"2\">B</Value>"
                + "<Value number=\"4\">D</Value></DicomAttribute>");

    assertThat(dataSet.strings(Tag.ImageType)).containsExactly("", "B", "", "D");
  }

  @Test
  void whiteSpaceBetweenElementsAndOtherNamespacesAreFine() throws IOException {
    String document =
        "<n:NativeDicomModel xmlns:n='x'>\n <n:DicomAttribute tag='00080060' vr='CS'>\n"
            + "  <!-- a --><n:Value number='1'>C<![CDATA[T]]></n:Value><n:Other><x/></n:Other>\n"
            + " </n:DicomAttribute>\n</n:NativeDicomModel>\n";

    DataSet dataSet =
        NativeXml.read(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
            ReadLimits.DEFAULT);

    assertThat(dataSet.string(Tag.Modality)).contains("CT");
  }

  @Test
  void bulkDataByUuidGetsAnUrn() throws IOException {
    DataSet dataSet =
        read(
            "<DicomAttribute tag=\"7FE00010\" vr=\"OW\"><BulkData uuid=\"a-b\"/>"
                + "</DicomAttribute>");

    assertThat(dataSet.get(Tag.PixelData).orElseThrow().value())
        .isEqualTo(new BulkData(Optional.of("urn:uuid:a-b"), 0, -1, false));
  }

  @Test
  void theDeclaredEncodingIsUsed() throws IOException {
    String body =
        "<NativeDicomModel><DicomAttribute tag='00100020' vr='LO'><Value>ä</Value>"
            + "</DicomAttribute></NativeDicomModel>";
    List<byte[]> documents =
        List.of(
            ("<?xml version='1.0' encoding='ISO-8859-1'?>" + body)
                .getBytes(StandardCharsets.ISO_8859_1),
            ("\uFEFF<?xml version='1.0'?>" + body).getBytes(StandardCharsets.UTF_8),
            body.getBytes(StandardCharsets.UTF_16),
            body.getBytes(StandardCharsets.UTF_8));
    for (byte[] document : documents) {
      DataSet dataSet = NativeXml.read(new ByteArrayInputStream(document), ReadLimits.DEFAULT);

      assertThat(dataSet.string(Tag.PatientID)).contains("ä");
      assertThat(dataSet.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    }
  }

  @Test
  void wrongBytesAreRefused() {
    byte[] latin1 =
        (START + "<DicomAttribute tag='00100020' vr='LO'><Value>ä</Value></DicomAttribute>" + END)
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> NativeXml.read(new ByteArrayInputStream(latin1), ReadLimits.DEFAULT))
        .isInstanceOf(DicomFormatException.class);
  }
}
