package org.lucina.image;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;

/**
 * What a data set says of its pixel data (PS3.3 C.7.6.3), checked.
 *
 * @param rows of a frame
 * @param columns of a frame
 * @param frames 1 at least
 * @param samples of a pixel
 * @param planar whether all samples of one kind come before those of the next
 * @param photometric what samples mean
 * @param bitsAllocated of a sample: 1, 8, 16, 32 or 64
 * @param bitsStored of a sample
 * @param highBit the highest of those bits
 * @param signed whether samples are in two's complement
 * @param floating whether samples are floating-point numbers
 */
public record PixelDescription(
    int rows,
    int columns,
    int frames,
    int samples,
    boolean planar,
    Photometric photometric,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean floating) {
  /** Bytes of a frame that is held in memory at most. */
  static final long LONGEST_FRAME = 128L << 20;

  private static final int WORD = 32;
  private static final int LONG_WORD = 64;

  /**
   * Reads the description.
   *
   * @throws PixelDataException when something is missing or makes no sense
   */
  public static PixelDescription of(DataSet data) throws PixelDataException {
    int frames = data.string(Tag.NumberOfFrames).isEmpty() ? 1 : read(data, Tag.NumberOfFrames);
    int rows = between(data, Tag.Rows, 1, 0xFFFF);
    int columns = between(data, Tag.Columns, 1, 0xFFFF);
    if (frames < 1) {
      throw wrong(Tag.NumberOfFrames);
    }
    if (data.contains(Tag.FloatPixelData) || data.contains(Tag.DoubleFloatPixelData)) {
      int bits = data.contains(Tag.FloatPixelData) ? WORD : LONG_WORD;
      return new PixelDescription(
          rows,
          columns,
          frames,
          1,
          false,
          Photometric.MONOCHROME2,
          bits,
          bits,
          bits - 1,
          true,
          true);
    }
    Photometric photometric =
        data.string(Tag.PhotometricInterpretation)
            .flatMap(Photometric::of)
            .orElseThrow(() -> wrong(Tag.PhotometricInterpretation));
    int samples = between(data, Tag.SamplesPerPixel, 1, 3);
    if (samples != photometric.samples()) {
      throw wrong(Tag.SamplesPerPixel);
    }
    int allocated = read(data, Tag.BitsAllocated);
    if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != WORD) {
      throw wrong(Tag.BitsAllocated);
    }
    if (allocated == 1 && samples > 1) {
      throw wrong(Tag.BitsAllocated);
    }
    int stored =
        data.contains(Tag.BitsStored) ? between(data, Tag.BitsStored, 1, allocated) : allocated;
    int high = data.contains(Tag.HighBit) ? read(data, Tag.HighBit) : stored - 1;
    if (high < stored - 1 || high >= allocated) {
      throw wrong(Tag.HighBit);
    }
    boolean planar = samples > 1 && data.integer(Tag.PlanarConfiguration).orElse(0) == 1;
    boolean signed = data.integer(Tag.PixelRepresentation).orElse(0) == 1;
    return new PixelDescription(
        rows,
        columns,
        frames,
        samples,
        planar,
        photometric,
        allocated,
        stored,
        high,
        signed,
        false);
  }

  /** Pixels of a frame. */
  public long pixels() {
    return (long) rows * columns;
  }

  /** Bytes of a sample, 1 where bits are packed. */
  public int sampleLength() {
    return Math.max(1, bitsAllocated / 8);
  }

  /**
   * Bytes of a frame with all its samples; a last byte may not be full where bits are packed.
   *
   * @throws PixelDataException when it is too much to be held
   */
  public int frameLength() throws PixelDataException {
    long length = bitsAllocated == 1 ? (pixels() + 7) / 8 : pixels() * samples * sampleLength();
    if (length > LONGEST_FRAME) {
      throw new PixelDataException("a frame of " + length + " bytes is too long to be decoded");
    }
    return (int) length;
  }

  /** The same but for what samples mean, in 8 bits, sample by sample: what JPEG decodes to. */
  PixelDescription decodedAs(Photometric other) {
    return new PixelDescription(
        rows, columns, frames, other.samples(), false, other, 8, 8, 7, false, false);
  }

  private static int between(DataSet data, int tag, int least, int most) throws PixelDataException {
    int value = read(data, tag);
    if (value < least || value > most) {
      throw wrong(tag);
    }
    return value;
  }

  private static int read(DataSet data, int tag) throws PixelDataException {
    return data.integer(tag).orElseThrow(() -> wrong(tag));
  }

  private static PixelDataException wrong(int tag) {
    String name = Dictionary.find(tag).map(Dictionary.Entry::name).orElse("");
    return new PixelDataException(
        name + " " + Tags.format(tag) + " is missing or none that this toolkit reads");
  }
}
