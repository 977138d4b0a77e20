package org.lucina.dicom.testing;

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

/**
 * Makes DICOM objects of several kinds; equal seeds and numbers make equal objects, byte for byte.
 *
 * <p>Pixel data is noise over a slope, so it compresses about as little as a real scan.
 */
public final class SyntheticObjects {
  private final SyntheticHeader headers;
  private final long seed;

  /** Objects of one seed share no UID with those of another. */
  public SyntheticObjects(long seed) {
    this.seed = seed;
    this.headers = new SyntheticHeader(seed);
  }

  /** One of every kind there is, with patients, studies and series of their own. */
  public List<SyntheticObject> everyKind() {
    List<SyntheticObject> objects = new ArrayList<>();
    objects.add(ct(0, 0, 0, 0));
    objects.add(small(1, 1, 1, 0));
    objects.add(in(TransferSyntax.IMPLICIT_LE, small(2, 2, 2, 0)));
    objects.add(in(TransferSyntax.EXPLICIT_BE, small(3, 3, 3, 0)));
    objects.add(in(TransferSyntax.DEFLATED_LE, small(4, 4, 4, 0)));
    objects.add(multiFrame(5, 5, 5, 0, 12));
    objects.add(encapsulated(6, 6, 6, 0, 5, 3));
    objects.add(extendedOffsets(7, 7, 7, 0, 4));
    objects.add(report(8, 8, 8, 0));
    objects.add(in(TransferSyntax.IMPLICIT_LE, report(9, 9, 9, 0)));
    objects.add(japanese(10, 10, 10, 0));
    return objects;
  }

  /** A CT slice of 512 x 512, some 0.5 MB, Explicit VR Little Endian. */
  public SyntheticObject ct(int patient, int study, int series, int instance) {
    DataSet data = headers.image(UID.CTImageStorage, "CT", patient, study, series, instance);
    data.set(Tag.RescaleIntercept, "-1024").set(Tag.RescaleSlope, "1").set(Tag.KVP, "120");
    data.set(Tag.SliceThickness, "1.25").set(Tag.SliceLocation, VR.DS, instance * 1.25);
    data.set(Tag.PixelSpacing, VR.DS, 0.68359375, 0.68359375);
    data.set(Tag.ImagePositionPatient, VR.DS, -175.0, -175.0, instance * 1.25);
    data.set(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    pixels(data, 512, 512, 16, 1, instance);
    return new SyntheticObject("ct", TransferSyntax.EXPLICIT_LE, data);
  }

  /** A secondary capture of some 20 KB, Explicit VR Little Endian. */
  public SyntheticObject small(int patient, int study, int series, int instance) {
    DataSet data =
        headers.image(UID.SecondaryCaptureImageStorage, "OT", patient, study, series, instance);
    pixels(data, 100, 100, 16, 1, instance);
    return new SyntheticObject("small", TransferSyntax.EXPLICIT_LE, data);
  }

  /** An ultrasound clip, not compressed. */
  public SyntheticObject multiFrame(int patient, int study, int series, int instance, int frames) {
    DataSet data =
        headers.image(UID.UltrasoundMultiFrameImageStorage, "US", patient, study, series, instance);
    data.set(Tag.FrameTime, "40").set(Tag.NumberOfFrames, VR.IS, frames);
    pixels(data, 64, 48, 8, frames, instance);
    return new SyntheticObject("multi-frame", TransferSyntax.EXPLICIT_LE, data);
  }

  /** Frames in several fragments each, a basic offset table ahead; the codestreams are noise. */
  public SyntheticObject encapsulated(
      int patient, int study, int series, int instance, int frames, int fragmentsPerFrame) {
    DataSet data = multiFrame(patient, study, series, instance, frames).dataSet();
    SplittableRandom random = random("fragments", instance);
    List<Value> fragments = new ArrayList<>();
    int[] offsets = new int[frames];
    int offset = 0;
    for (int frame = 0; frame < frames; frame++) {
      offsets[frame] = offset;
      for (int part = 0; part < fragmentsPerFrame; part++) {
        byte[] bytes = noise(random, 2 * (50 + random.nextInt(2000)));
        fragments.add(Bytes.of(bytes));
        offset += 8 + bytes.length;
      }
    }
    Bytes table =
        new DataSet()
            .set(Tag.FrameIncrementPointer, VR.UL, offsets)
            .bytes(Tag.FrameIncrementPointer)
            .orElseThrow();
    data.put(new Element(Tag.PixelData, VR.OB, new Fragments(table, fragments)));
    TransferSyntax syntax = TransferSyntax.of(UID.JPEG2000Lossless);
    return new SyntheticObject("encapsulated", syntax, data);
  }

  /** One fragment for each frame, told by the extended offset table (PS3.3 C.7.6.3.1.8). */
  public SyntheticObject extendedOffsets(
      int patient, int study, int series, int instance, int frames) {
    DataSet data = encapsulated(patient, study, series, instance, frames, 1).dataSet();
    Fragments pixels = (Fragments) data.get(Tag.PixelData).orElseThrow().value();
    String[] offsets = new String[frames];
    String[] lengths = new String[frames];
    long offset = 0;
    for (int frame = 0; frame < frames; frame++) {
      int length = ((Bytes) pixels.fragments().get(frame)).length();
      offsets[frame] = Long.toString(offset);
      lengths[frame] = Integer.toString(length);
      offset += 8 + length;
    }
    data.set(Tag.ExtendedOffsetTable, VR.OV, offsets);
    data.set(Tag.ExtendedOffsetTableLengths, VR.OV, lengths);
    Fragments bare = new Fragments(Bytes.of(new byte[0]), pixels.fragments());
    data.put(new Element(Tag.PixelData, VR.OB, bare));
    TransferSyntax syntax = TransferSyntax.of(UID.JPEG2000Lossless);
    return new SyntheticObject("extended-offsets", syntax, data);
  }

  /** A structured report of nested containers. */
  public SyntheticObject report(int patient, int study, int series, int instance) {
    DataSet data =
        headers.object(UID.ComprehensiveSRStorage, "SR", patient, study, series, instance);
    new SyntheticReport(random("report", instance)).fill(data);
    return new SyntheticObject("report", TransferSyntax.EXPLICIT_LE, data);
  }

  /** An object whose patient and institution have Japanese names (PS3.5 H.3.1). */
  public SyntheticObject japanese(int patient, int study, int series, int instance) {
    DataSet data =
        headers.image(UID.SecondaryCaptureImageStorage, "OT", patient, study, series, instance);
    data.set(Tag.SpecificCharacterSet, "", "ISO 2022 IR 87");
    data.set(Tag.PatientName, "Yamada^Tarou=山田^太郎=やまだ^たろう");
    data.set(Tag.InstitutionName, "東京病院");
    pixels(data, 32, 32, 8, 1, instance);
    return new SyntheticObject("japanese", TransferSyntax.EXPLICIT_LE, data);
  }

  /** The same object, to be encoded in another syntax. */
  public SyntheticObject in(TransferSyntax syntax, SyntheticObject object) {
    return new SyntheticObject(object.name() + " " + syntax.uid(), syntax, object.dataSet());
  }

  private void pixels(DataSet data, int columns, int rows, int bits, int frames, int instance) {
    data.set(Tag.SamplesPerPixel, VR.US, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2");
    data.set(Tag.Rows, VR.US, rows).set(Tag.Columns, VR.US, columns);
    data.set(Tag.BitsAllocated, VR.US, bits).set(Tag.BitsStored, VR.US, Math.min(bits, 12));
    data.set(Tag.HighBit, VR.US, Math.min(bits, 12) - 1).set(Tag.PixelRepresentation, VR.US, 0);
    byte[] values = noise(random("pixels", instance), columns * rows * bits / 8 * frames);
    if (bits == 16) {
      for (int i = 1; i < values.length; i += 2) {
        values[i] = (byte) (i * 4L / values.length & 0x0F);
      }
    }
    data.set(Tag.PixelData, bits == 16 ? VR.OW : VR.OB, values);
  }

  private SplittableRandom random(String purpose, int number) {
    return new SplittableRandom(seed * 31 + purpose.hashCode() * 1_000_003L + number);
  }

  private static byte[] noise(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
