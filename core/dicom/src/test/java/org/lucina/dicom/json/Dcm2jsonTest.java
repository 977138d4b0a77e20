package org.lucina.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.SharedData;

/** Compares the JSON of every real file with that of DCMTK's dcm2json. */
class Dcm2jsonTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> jsonIsThatOfDcm2json() {
    SharedData data = SharedData.orSkip();
    ExternalTool dcm2json = ExternalTool.orSkip("dcm2json", "dcmtk");
    ExternalTool dcmodify = ExternalTool.orSkip("dcmodify", "dcmtk");
    return data.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    data.name(file), () -> compare(data, file, dcm2json, dcmodify)));
  }

  private void compare(SharedData data, Path file, ExternalTool dcm2json, ExternalTool dcmodify)
      throws IOException {
    Path theirs = folder.resolve("theirs.json");
    DataSet dataSet;
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.IN_MEMORY)) {
      dataSet = reader.readDataSet();
    } catch (DicomFormatException malformed) {
      assertThat(dcm2json.run("-q", "-fc", file.toString(), theirs.toString()).status())
          .as("refused here: " + malformed.getMessage())
          .isNotZero();
      return;
    }
    Path source = isEncapsulated(dataSet) ? withoutPixels(file, dcmodify) : file;
    withoutPixels(dataSet);
    ExternalTool.Result run = dcm2json.run("-q", "-fc", source.toString(), theirs.toString());
    DcmtkExceptions exceptions = DcmtkExceptions.of(data.name(file));
    if (run.status() != 0) {
      assertThat(exceptions.refusal()).as(run.output()).isPresent();
      return;
    }
    assertThat(
            TreeDifferences.between(
                JsonTree.read(new ByteArrayInputStream(Files.readAllBytes(theirs))),
                JsonTree.read(new ByteArrayInputStream(json(dataSet)))))
        .allMatch(exceptions::explain, exceptions.reason());
  }

  private static byte[] json(DataSet dataSet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomJson.write(dataSet, out);
    return out.toByteArray();
  }

  private static boolean isEncapsulated(DataSet dataSet) {
    return dataSet.get(Tag.PixelData).filter(e -> e.value() instanceof Fragments).isPresent();
  }

  /** The JSON model has no inline form for fragments: both sides leave them out. */
  private static void withoutPixels(DataSet dataSet) {
    if (isEncapsulated(dataSet)) {
      dataSet.remove(Tag.PixelData);
      dataSet.remove(Tag.DataSetTrailingPadding);
    }
  }

  private Path withoutPixels(Path file, ExternalTool dcmodify) throws IOException {
    Path copy = folder.resolve("copy.dcm");
    Files.write(copy, Files.readAllBytes(file));
    dcmodify.run("-nb", "-q", "-ie", "-e", "(7fe0,0010)", copy.toString());
    return copy;
  }
}
