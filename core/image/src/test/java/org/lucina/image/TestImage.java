package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Images for tests, of any kind of pixels, and what becomes of them. */
final class TestImage {
  static final int COLUMNS = 22;
  static final int ROWS = 13;

  final DataSet data;
  TransferSyntax syntax = TransferSyntax.EXPLICIT_LE;

  private TestImage(DataSet data) {
    this.data = data;
  }

  /** Noise in three frames of 22 x 13. */
  static TestImage of(String photometric, int allocated, int stored, boolean signed) {
    DataSet data = new SyntheticObjects(4).small(1, 1, 1, 1).dataSet();
    int samples = Photometric.of(photometric).orElseThrow().samples();
    data.set(Tag.SamplesPerPixel, VR.US, samples).set(Tag.PhotometricInterpretation, photometric);
    data.set(Tag.Rows, VR.US, ROWS).set(Tag.Columns, VR.US, COLUMNS);
    data.set(Tag.NumberOfFrames, VR.IS, 3);
    data.set(Tag.BitsAllocated, VR.US, allocated).set(Tag.BitsStored, VR.US, stored);
    data.set(Tag.HighBit, VR.US, stored - 1).set(Tag.PixelRepresentation, VR.US, signed ? 1 : 0);
    if (samples > 1) {
      data.set(Tag.PlanarConfiguration, VR.US, 0);
    }
    int bytes = (3 * ROWS * COLUMNS * samples * allocated + 7) / 8;
    return new TestImage(data).pixels(noise(bytes + bytes % 2), allocated > 8 ? VR.OW : VR.OB);
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(9).nextBytes(bytes);
    return bytes;
  }

  TestImage pixels(byte[] value, VR vr) {
    data.set(Tag.PixelData, vr, value);
    return this;
  }

  TestImage planar() {
    data.set(Tag.PlanarConfiguration, VR.US, 1);
    return this;
  }

  TestImage in(TransferSyntax other) {
    syntax = other;
    return this;
  }

  PixelDescription description() throws PixelDataException {
    return PixelDescription.of(data);
  }

  /** The same frames, encoded. */
  TestImage rle() throws IOException {
    List<Value> fragments = new ArrayList<>();
    for (byte[] frame : frames(file())) {
      fragments.add(Bytes.of(RleFrame.encode(frame, description()).toBytes()));
    }
    Fragments value = new Fragments(Bytes.of(new byte[0]), fragments);
    data.put(new Element(Tag.PixelData, VR.OB, value));
    return in(TransferSyntax.of(UID.RLELossless));
  }

  byte[] file() {
    return new SyntheticObject("image", syntax, data).file();
  }

  Path writeTo(Path folder) throws IOException {
    return Files.write(folder.resolve("image.dcm"), file());
  }

  static byte[] blackedOut(byte[] file, Region... regions) throws IOException {
    ChangedFile changed =
        ChangedFile.edited(
            () -> new ByteArrayInputStream(file),
            edit -> {
              PixelDescription pixels = PixelDescription.of(edit.dataSet());
              Blackout.apply(edit, Mask.of(pixels.rows(), pixels.columns(), List.of(regions)));
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = changed.open()) {
      in.transferTo(out);
    }
    assertThat(changed.length().orElse(out.size())).isEqualTo(out.size());
    return out.toByteArray();
  }

  static DicomFile read(byte[] file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }

  /** All frames, decoded from RLE where need be. */
  static List<byte[]> frames(byte[] file) throws IOException {
    DicomFile read = read(file);
    PixelDescription pixels = PixelDescription.of(read.dataSet());
    Element element =
        read.dataSet()
            .get(Tag.PixelData)
            .or(() -> read.dataSet().get(Tag.FloatPixelData))
            .or(() -> read.dataSet().get(Tag.DoubleFloatPixelData))
            .orElseThrow();
    List<byte[]> frames = new ArrayList<>();
    if (element.value() instanceof Fragments fragments) {
      FrameFragments parts =
          FrameFragments.of(read.dataSet(), fragments, pixels.frames(), it -> false);
      for (int i = 0; i < parts.count(); i++) {
        byte[] encoded = parts.read(i, value -> InputStream.nullInputStream());
        frames.add(RleFrame.parse(encoded, pixels).decode(pixels));
      }
      return frames;
    }
    Bytes value = (Bytes) element.value();
    NativeFrames all =
        NativeFrames.of(
            pixels,
            element.vr(),
            value.bigEndian(),
            new ByteArrayInputStream(value.toArray()),
            value.length());
    for (var next = all.next(); next.isPresent(); next = all.next()) {
      frames.add(next.get());
    }
    return frames;
  }

  /** One stored sample of a frame, with all allocated bits, as an unsigned number. */
  static long sample(byte[] frame, PixelDescription pixels, int row, int column, int sample) {
    int place = row * pixels.columns() + column;
    if (pixels.bitsAllocated() == 1) {
      return frame[place / 8] >> place % 8 & 1;
    }
    int length = pixels.sampleLength();
    int at =
        pixels.planar()
            ? (sample * pixels.rows() * pixels.columns() + place) * length
            : (place * pixels.samples() + sample) * length;
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | frame[at + i] & 0xFF;
    }
    return value;
  }
}
