package org.lucina.archive.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

class StorageObjectReaderTest {
  private final SyntheticObjects objects = new SyntheticObjects(11);
  private final ArchiveFixture archive = new ArchiveFixture();

  static java.util.List<SyntheticObject> everyKind() {
    return new SyntheticObjects(11).everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void handsOutWhatCameInBitForBit(SyntheticObject object) throws Exception {
    archive.send(object);
    assertThat(archive.dataSet(object, object.syntax().uid())).isEqualTo(object.bare());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    archive.reader.writeFile(archive.record(object), object.syntax().uid(), file);
    assertThat(file.toByteArray())
        .isEqualTo(archive.storage.bytes(archive.record(object).location()));
  }

  @Test
  void convertsUncompressedObjectsToWhatThePeerTakes() throws Exception {
    for (TransferSyntax stored :
        new TransferSyntax[] {
          TransferSyntax.IMPLICIT_LE, TransferSyntax.EXPLICIT_BE, TransferSyntax.DEFLATED_LE
        }) {
      SyntheticObject object = objects.in(stored, objects.small(1, 1, 1, 1));
      ArchiveFixture fresh = new ArchiveFixture();
      fresh.send(object);
      Set<String> acceptable = Set.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);
      String outgoing = fresh.reader.outgoingSyntax(fresh.record(object), acceptable).orElseThrow();
      byte[] sent = fresh.dataSet(object, UID.ExplicitVRLittleEndian);
      DataSet read = read(sent, TransferSyntax.EXPLICIT_LE);
      assertThat(outgoing)
          .isEqualTo(
              stored == TransferSyntax.IMPLICIT_LE
                  ? UID.ImplicitVRLittleEndian
                  : UID.ExplicitVRLittleEndian);
      assertThat(read.bytes(Tag.PixelData).orElseThrow().toArray())
          .isEqualTo(object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray());
      assertThat(read.string(Tag.PatientName)).isEqualTo(object.dataSet().string(Tag.PatientName));
    }
  }

  @Test
  void sendsCompressedObjectsOnlyAsTheyAre() throws Exception {
    SyntheticObject object = objects.encapsulated(1, 1, 1, 1, 2, 1);
    archive.send(object);
    assertThat(
            archive.reader.outgoingSyntax(
                archive.record(object), Set.of(UID.ExplicitVRLittleEndian)))
        .isEmpty();
    assertThat(
            archive.reader.outgoingSyntax(
                archive.record(object), Set.of(UID.JPEG2000Lossless, UID.ExplicitVRLittleEndian)))
        .contains(UID.JPEG2000Lossless);
  }

  @Test
  void findsNativeFramesInEveryUncompressedSyntax() throws Exception {
    SyntheticObject clip = objects.multiFrame(1, 1, 1, 1, 5);
    byte[] pixels = clip.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    int size = pixels.length / 5;
    for (TransferSyntax syntax :
        new TransferSyntax[] {
          TransferSyntax.EXPLICIT_LE, TransferSyntax.EXPLICIT_BE, TransferSyntax.DEFLATED_LE
        }) {
      ArchiveFixture fresh = new ArchiveFixture();
      SyntheticObject object = objects.in(syntax, clip);
      fresh.send(object);
      assertThat(fresh.reader.frames(fresh.record(object))).isEqualTo(5);
      for (int frame = 1; frame <= 5; frame++) {
        assertThat(fresh.frame(object, frame))
            .isEqualTo(Arrays.copyOfRange(pixels, (frame - 1) * size, frame * size));
      }
    }
  }

  @Test
  void givesWordsOfBigEndianObjectsInLittleEndian() throws Exception {
    SyntheticObject object = objects.in(TransferSyntax.EXPLICIT_BE, objects.small(1, 1, 1, 1));
    archive.send(object);
    byte[] pixels = object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    assertThat(archive.frame(object, 1)).isEqualTo(pixels);
    assertThat(bulk(archive, object, "7FE00010", 0, Long.MAX_VALUE)).isEqualTo(pixels);
    assertThat(bulk(archive, object, "7FE00010", 3, 6)).isEqualTo(Arrays.copyOfRange(pixels, 3, 9));
  }

  @Test
  void findsEncapsulatedFramesByTheirOffsetTables() throws Exception {
    for (SyntheticObject object :
        new SyntheticObject[] {
          objects.encapsulated(1, 1, 1, 1, 5, 3),
          objects.extendedOffsets(1, 1, 1, 2, 4),
          objects.encapsulated(1, 1, 1, 3, 1, 4)
        }) {
      archive.send(object);
      int frames = object.dataSet().integer(Tag.NumberOfFrames).orElseThrow();
      Fragments pixels = (Fragments) object.dataSet().get(Tag.PixelData).orElseThrow().value();
      int perFrame = pixels.fragments().size() / frames;
      assertThat(archive.reader.frames(archive.record(object))).isEqualTo(frames);
      for (int frame = 1; frame <= frames; frame++) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (Value part : pixels.fragments().subList((frame - 1) * perFrame, frame * perFrame)) {
          expected.writeBytes(((Bytes) part).toArray());
        }
        assertThat(archive.frame(object, frame)).isEqualTo(expected.toByteArray());
      }
    }
  }

  @Test
  void findsOneBitFramesThatDoNotBeginAtWholeBytes() throws Exception {
    DataSet data = objects.multiFrame(1, 1, 1, 1, 1).dataSet();
    data.set(Tag.Rows, VR.US, 3).set(Tag.Columns, VR.US, 3).set(Tag.NumberOfFrames, VR.IS, 3);
    data.set(Tag.BitsAllocated, VR.US, 1);
    // 27 bits, low bits first: nine ones, nine zeros, nine ones
    data.set(Tag.PixelData, VR.OB, new byte[] {(byte) 0xFF, 0x01, (byte) 0xFC, 0x07});
    SyntheticObject object = new SyntheticObject("bits", TransferSyntax.EXPLICIT_LE, data);
    archive.send(object);
    assertThat(archive.frame(object, 1)).startsWith(0xFF).hasSize(2);
    assertThat(archive.frame(object, 2)).isEqualTo(new byte[] {0, 0});
    assertThat(archive.frame(object, 3)).isEqualTo(new byte[] {(byte) 0xFF, 1});
  }

  @Test
  void refusesFramesThatAreNotThere() throws Exception {
    SyntheticObject object = objects.multiFrame(1, 1, 1, 1, 2);
    archive.send(object);
    assertThatThrownBy(() -> archive.frame(object, 3)).isInstanceOf(FileNotFoundException.class);
    SyntheticObject report = objects.report(1, 1, 1, 2);
    archive.send(report);
    assertThat(archive.reader.frames(archive.record(report))).isZero();
  }

  @Test
  void findsBulkDataWithinSequences() throws Exception {
    byte[] waveform = new byte[5000];
    Arrays.fill(waveform, (byte) 9);
    DataSet item = new DataSet().set(Tag.WaveformData, VR.OW, waveform);
    DataSet data = objects.small(1, 1, 1, 1).dataSet();
    data.set(Tag.WaveformSequence, java.util.List.of(item));
    SyntheticObject object = new SyntheticObject("wave", TransferSyntax.EXPLICIT_LE, data);
    archive.send(object);
    assertThat(bulk(archive, object, "54000100/1/54001010", 0, Long.MAX_VALUE)).isEqualTo(waveform);
    assertThat(archive.reader.bulkDataLength(archive.record(object), "54000100/1/54001010"))
        .hasValue(5000);
    assertThat(archive.reader.bulkDataLength(archive.record(object), "54000100/2/54001010"))
        .isEmpty();
    assertThat(archive.reader.bulkDataLength(archive.record(object), "../x")).isEmpty();
  }

  private static byte[] bulk(
      ArchiveFixture archive, SyntheticObject object, String path, long offset, long length)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(archive.reader.writeBulkData(archive.record(object), path, offset, length, out))
        .isTrue();
    return out.toByteArray();
  }

  private static DataSet read(byte[] bytes, TransferSyntax syntax) throws IOException {
    try (DicomReader reader =
        DicomReader.ofDataSet(
            new ByteArrayInputStream(bytes), syntax, DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }
}
