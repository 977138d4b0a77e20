package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A file can be read with other attributes than it has, its pixel data left where it lies. */
class ChangedFileTest {

  static List<SyntheticObject> everyKind() {
    return new SyntheticObjects(3).everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void keepsEveryOtherValue(SyntheticObject object) throws IOException {
    byte[] original = object.file();
    ChangedFile changed =
        ChangedFile.of(
            () -> new ByteArrayInputStream(original), data -> data.set(Tag.PatientID, "other"));

    byte[] bytes = read(changed);
    assertThat(changed.length()).hasValue(bytes.length);
    DataSet expected = dataSet(original).set(Tag.PatientID, "other");
    assertThat(dataSet(bytes)).isNotNull();
    assertThat(explicit(dataSet(bytes))).isEqualTo(explicit(expected));
  }

  @Test
  void namesTheInstanceInTheFileMetaAsInTheDataSet() throws IOException {
    byte[] original = everyKind().get(0).file();
    ChangedFile changed =
        ChangedFile.of(
            () -> new ByteArrayInputStream(original),
            data -> data.set(Tag.SOPInstanceUID, "1.2.3.4"));
    try (DicomReader reader = DicomReader.of(changed.open(), DicomReader.Options.IN_MEMORY)) {
      assertThat(reader.fileMeta().string(Tag.MediaStorageSOPInstanceUID)).contains("1.2.3.4");
    }
  }

  @Test
  void leavesOutGroupLengths() throws IOException {
    DataSet item = new DataSet().set(0x00080000, VR.UL, "10").set(Tag.CodeValue, "1");
    DataSet data = new DataSet().set(0x00100000, VR.UL, "10").set(Tag.PatientID, "one");
    data.set(Tag.ProcedureCodeSequence, List.of(item));
    byte[] original = file(data);
    assertThat(dataSet(original).contains(0x00100000)).isTrue();

    ChangedFile changed =
        ChangedFile.of(
            () -> new ByteArrayInputStream(original), tags -> tags.set(Tag.PatientID, "another"));
    DataSet result = dataSet(read(changed));
    assertThat(result.contains(0x00100000)).isFalse();
    assertThat(result.items(Tag.ProcedureCodeSequence).get(0).contains(0x00080000)).isFalse();
    assertThat(result.string(Tag.PatientID)).contains("another");
  }

  @Test
  void readsTheOriginalOnceForItsPixelData() throws IOException {
    byte[] original = withPixels(new byte[100_000]);
    AtomicInteger opened = new AtomicInteger();
    ChangedFile changed =
        ChangedFile.of(
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(original);
            },
            data -> data.remove(Tag.PatientID));
    assertThat(opened).hasValue(1);
    read(changed);
    assertThat(opened).hasValue(2);
  }

  @Test
  void failsWhenTheOriginalHasShrunk() throws IOException {
    byte[] original = withPixels(new byte[100_000]);
    AtomicInteger opened = new AtomicInteger();
    ChangedFile changed =
        ChangedFile.of(
            () ->
                new ByteArrayInputStream(
                    opened.getAndIncrement() == 0
                        ? original
                        : Arrays.copyOf(original, original.length - 10)),
            data -> {});
    assertThatThrownBy(() -> read(changed)).isInstanceOf(EOFException.class);
  }

  private static byte[] withPixels(byte[] pixels) throws IOException {
    DataSet data = new DataSet().set(Tag.PatientID, "one").set(Tag.SOPInstanceUID, "1.2");
    return file(data.set(Tag.PixelData, VR.OW, pixels));
  }

  private static byte[] file(DataSet data) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(
          DicomWriter.fileMeta("1.2.840", "1.2", TransferSyntax.EXPLICIT_LE.uid()), data);
    }
    return out.toByteArray();
  }

  private static byte[] read(ChangedFile file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  private static DataSet dataSet(byte[] file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }

  private static byte[] explicit(DataSet data) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeDataSet(data, TransferSyntax.EXPLICIT_LE);
    }
    return out.toByteArray();
  }
}
