package org.lucina.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.SharedData;
import org.lucina.dicom.xml.XmlLines.Line;

/** Compares the Native DICOM Model of every real file with that of DCMTK's dcm2xml. */
class Dcm2xmlTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> xmlIsThatOfDcm2xml() {
    SharedData data = SharedData.orSkip();
    ExternalTool dcm2xml = ExternalTool.orSkip("dcm2xml", "dcmtk");
    return data.files().stream()
        .map(file -> DynamicTest.dynamicTest(data.name(file), () -> compare(data, file, dcm2xml)));
  }

  private void compare(SharedData data, Path file, ExternalTool dcm2xml) throws Exception {
    Path theirs = folder.resolve("theirs.xml");
    ExternalTool.Result run =
        dcm2xml.run("-q", "-nat", "+Eb", "+U8", "+M", file.toString(), theirs.toString());
    DataSet dataSet;
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.IN_MEMORY)) {
      dataSet = reader.readDataSet();
    } catch (DicomFormatException malformed) {
      assertThat(run.status()).as("refused here: " + malformed.getMessage()).isNotZero();
      return;
    }
    XmlExceptions exceptions = XmlExceptions.of(data.name(file));
    if (run.status() != 0) {
      assertThat(exceptions.refusal()).as(run.output()).isPresent();
      return;
    }
    SortedMap<String, Line> expected =
        XmlLines.of(new ByteArrayInputStream(Files.readAllBytes(theirs)));
    if (!dataSet.contains(Tag.SpecificCharacterSet)) {
      // DCMTK adds it when it is asked for UTF-8
      expected.keySet().removeIf(path -> path.startsWith("/00080005"));
    }
    List<String> differences =
        LineDifferences.between(expected, XmlLines.of(new ByteArrayInputStream(xml(dataSet))));
    assertThat(differences).allMatch(exceptions::explain, exceptions.reason());
  }

  private static byte[] xml(DataSet dataSet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NativeXml.write(
        dataSet,
        out,
        (path, element) ->
            element.value() instanceof Bytes ? Optional.empty() : Optional.of("bulk/" + path));
    return out.toByteArray();
  }
}
