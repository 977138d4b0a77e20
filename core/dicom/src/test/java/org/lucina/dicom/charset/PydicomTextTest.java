package org.lucina.dicom.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.SharedData;

/** Compares names of real files in many character sets with what pydicom reads. */
class PydicomTextTest {
  private static final String SCRIPT =
      "import sys, pydicom\n"
          + "d = pydicom.dcmread(sys.argv[1], force=True)\n"
          + "i = d.get('RequestedProcedureCodeSequence', [pydicom.Dataset()])[0]\n"
          + "out = '\\n'.join(str(x.get('PatientName', '')) for x in (d, i))\n"
          + "sys.stdout.buffer.write(out.encode('utf-8'))\n";

  @TestFactory
  Stream<DynamicTest> namesAreThoseOfPydicom() throws IOException {
    SharedData data = SharedData.orSkip();
    ExternalTool python = ExternalTool.orSkip("python3", "python3");
    Assumptions.assumeTrue(
        python.run("-c", "import pydicom").status() == 0,
        "skipped: Debian package python3-pydicom is absent");
    return data.files().stream()
        .filter(file -> file.getFileName().toString().startsWith("chr"))
        .map(file -> DynamicTest.dynamicTest(data.name(file), () -> compare(file, python)));
  }

  private static void compare(Path file, ExternalTool python) throws IOException {
    DataSet dataSet;
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.IN_MEMORY)) {
      dataSet = reader.readDataSet();
    }
    String item =
        dataSet.items(Tag.RequestedProcedureCodeSequence).stream()
            .findFirst()
            .flatMap(first -> first.string(Tag.PatientName))
            .orElse("");
    String ours = withoutLastDelimiter(dataSet.string(Tag.PatientName).orElse("")) + "\n" + item;

    assertThat(python.run(StandardCharsets.UTF_8, "-c", SCRIPT, file.toString()).output())
        .isEqualTo(ours);
  }

  /** As pydicom shows names. */
  private static String withoutLastDelimiter(String name) {
    return name.endsWith("=") ? name.substring(0, name.length() - 1) : name;
  }
}
