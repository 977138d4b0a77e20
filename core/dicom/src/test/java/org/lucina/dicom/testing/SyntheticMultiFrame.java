package org.lucina.dicom.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;

/**
 * One object of many frames of 512 x 512 x 16 bit (0.5 MiB each), which is never held whole: frames
 * are made while they are written.
 *
 * @param seed decides all its bytes
 * @param frames number of frames, 8,191 at most (PS3.5 7.1.2 limits native pixel data to 4 GiB)
 */
public record SyntheticMultiFrame(long seed, int frames) {
  /** Bytes of a frame. */
  public static final int FRAME_LENGTH = 512 * 512 * 2;

  /** Its SOP class. */
  public static final String SOP_CLASS = UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage;

  /** SOP Instance UID. */
  public String sopInstance() {
    return uid(Tag.SOPInstanceUID);
  }

  /** Study Instance UID. */
  public String study() {
    return uid(Tag.StudyInstanceUID);
  }

  /** Series Instance UID. */
  public String series() {
    return uid(Tag.SeriesInstanceUID);
  }

  /** The pixels of a frame, the first being number 1. */
  public byte[] frame(int number) {
    byte[] pixels = new byte[FRAME_LENGTH];
    new SplittableRandom(seed * 1_000_003 + number).nextBytes(pixels);
    for (int high = 1; high < pixels.length; high += 2) {
      pixels[high] &= 0x0F;
    }
    return pixels;
  }

  /** Writes the Part 10 file into a folder under its SOP Instance UID. */
  public Path writeTo(Path folder) throws IOException {
    Path file = folder.resolve(sopInstance() + ".dcm");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        DicomWriter writer = DicomWriter.of(out, bulk -> new Frames())) {
      writer.writeFile(
          DicomWriter.fileMeta(SOP_CLASS, sopInstance(), UID.ExplicitVRLittleEndian), dataSet());
    }
    return file;
  }

  /** The data set, its pixel data by reference. */
  private DataSet dataSet() {
    DataSet data = header();
    data.set(Tag.NumberOfFrames, VR.IS, frames).set(Tag.FrameTime, "40");
    data.set(Tag.SamplesPerPixel, VR.US, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2");
    data.set(Tag.Rows, VR.US, 512).set(Tag.Columns, VR.US, 512);
    data.set(Tag.BitsAllocated, VR.US, 16).set(Tag.BitsStored, VR.US, 12);
    data.set(Tag.HighBit, VR.US, 11).set(Tag.PixelRepresentation, VR.US, 0);
    BulkData pixels = new BulkData(Optional.empty(), 0, (long) frames * FRAME_LENGTH, false);
    return data.put(new Element(Tag.PixelData, VR.OW, pixels));
  }

  private DataSet header() {
    return new SyntheticHeader(seed).image(SOP_CLASS, "OT", 0, 0, 0, 0);
  }

  private String uid(int tag) {
    return header().string(tag).orElseThrow();
  }

  /** All frames, one after another. */
  private final class Frames extends InputStream {
    private byte[] current = new byte[0];
    private int position;
    private int number;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (position == current.length) {
        if (number == frames) {
          return -1;
        }
        current = frame(++number);
        position = 0;
      }
      int count = Math.min(length, current.length - position);
      System.arraycopy(current, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
