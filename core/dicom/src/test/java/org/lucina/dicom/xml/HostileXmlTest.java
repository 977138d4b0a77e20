package org.lucina.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ReadLimits;

/** XML made to read files, or to exhaust stack or memory, ends in an error. */
class HostileXmlTest {

  private static DataSet read(String xml, ReadLimits limits) throws IOException {
    return NativeXml.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), limits);
  }

  private static void assertRefused(String xml) {
    assertThatThrownBy(() -> read(xml, ReadLimits.DEFAULT))
        .isInstanceOf(DicomFormatException.class);
  }

  private static String value(String content) {
    return "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"1\">"
        + content
        + "</Value></DicomAttribute></NativeDicomModel>";
  }

  @Test
  void externalEntitiesAreNeverRead(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");

    assertRefused("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + value("&e;"));
    assertRefused("<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">" + value("a"));
  }

  @Test
  void entitiesDoNotMultiply() {
    assertRefused(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + value("&b;"));
    assertRefused(value("&undeclared;"));
  }

  @Test
  void deepSequences() {
    String level = "<DicomAttribute tag=\"00081115\" vr=\"SQ\"><Item number=\"1\">".repeat(100_000);

    assertThatThrownBy(() -> read("<NativeDicomModel>" + level, ReadLimits.DEFAULT))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("nested deeper than 64");
  }

  @Test
  void deepElementsOutsideTheModel() {
    assertRefused("<NativeDicomModel>" + "<x>".repeat(100_000));
  }

  @Test
  void longText() {
    assertThatThrownBy(() -> read(value("x".repeat(2000)), new ReadLimits(64, 10, 1000, 5000)))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("longer than 1000");
  }

  @Test
  void endlessAttribute() {
    byte[] start = "<NativeDicomModel a=\"".getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    InputStream in = new SequenceInputStream(new ByteArrayInputStream(start), endless);

    assertThatThrownBy(() -> NativeXml.read(in, ReadLimits.DEFAULT))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void aHugeValueNumberCostsNoMemory() {
    assertThatThrownBy(
            () ->
                read(
                    value("a").replace("number=\"1\"", "number=\"2147483647\""),
                    new ReadLimits(64, 10, 1 << 20, 1 << 20)))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("bytes in all");
  }

  @Test
  void longInlineBinaryIsReadWhereLimitsAllowIt() throws IOException {
    byte[] pixels = new byte[30 << 20];
    Arrays.fill(pixels, (byte) 7);
    String xml =
        "<NativeDicomModel><DicomAttribute tag=\"7FE00010\" vr=\"OB\"><InlineBinary>"
            + Base64.getMimeEncoder().encodeToString(pixels)
            + "</InlineBinary></DicomAttribute></NativeDicomModel>";

    assertThat(read(xml, ReadLimits.DEFAULT).bytes(Tag.PixelData).orElseThrow().toArray())
        .isEqualTo(pixels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<?xml version='1.0' encoding='no-such'?><NativeDicomModel/>",
        "<NativeDicomModel>",
        "<Other/>",
        "<NativeDicomModel/><NativeDicomModel/>",
        "<NativeDicomModel>text</NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute vr='LO'/></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='0010' vr='LO'/></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00100020' vr='XX'/></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00100020' vr='LO'/>"
            + "<DicomAttribute tag='00100020' vr='LO'/></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00280010' vr='US'><Value number='1'>x</Value>"
            + "</DicomAttribute></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00280010' vr='US'><Value number='x'>1</Value>"
            + "</DicomAttribute></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00280010' vr='US'><Value number='2'>1</Value>"
            + "<Value number='1'>1</Value></DicomAttribute></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='00100020' vr='LO'><Value>a<b/></Value>"
            + "</DicomAttribute></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='7FE00010' vr='OB'><InlineBinary>?</InlineBinary>"
            + "</DicomAttribute></NativeDicomModel>",
        "<NativeDicomModel><DicomAttribute tag='7FE00010' vr='OB'><BulkData/>"
            + "</DicomAttribute></NativeDicomModel>"
      })
  void whatIsNoDataSetIsRefused(String xml) {
    assertRefused(xml);
  }
}
