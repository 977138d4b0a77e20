package org.lucina.image;

import org.lucina.dicom.VR;

/**
 * How native pixel data lie in their value (PS3.5 8).
 *
 * @param pixels what they are
 * @param bigEndian whether samples of several bytes are
 * @param swapped whether the bytes of each pair have changed places: samples of a byte or less in
 *     words of a big-endian syntax
 * @param subsampled whether each two pixels of a row share their colour: Y1 Y2 Cb Cr
 */
record NativeLayout(
    PixelDescription pixels, boolean bigEndian, boolean swapped, boolean subsampled) {
  private static final int SHARED = 2;
  private static final double MOST_SAMPLES = 1e15;

  /**
   * The layout of a value.
   *
   * @param length bytes of it
   * @throws PixelDataException when it is too short, or has more frames than the data set says
   */
  static NativeLayout of(PixelDescription pixels, VR vr, boolean bigEndian, long length)
      throws PixelDataException {
    double needed = (double) pixels.pixels() * pixels.frames() * pixels.samples();
    if (needed > MOST_SAMPLES) {
      throw new PixelDataException("pixel data cannot have as many frames as they say");
    }
    boolean words = bigEndian && vr == VR.OW && pixels.bitsAllocated() <= 8;
    NativeLayout whole = new NativeLayout(pixels, bigEndian, words, false);
    NativeLayout shared = new NativeLayout(pixels, bigEndian, words, true);
    boolean mayShare =
        pixels.photometric().isSubsampled() && !pixels.planar() && pixels.columns() % SHARED == 0;
    boolean shares = mayShare && (length & ~1) == (shared.length() & ~1);
    NativeLayout layout = shares ? shared : whole;
    long frame = Math.max(2, layout.length() / pixels.frames());
    if (length < layout.length() || length - layout.length() >= frame) {
      throw new PixelDataException(
          "pixel data have " + length + " bytes where " + layout.length() + " are needed");
    }
    return layout;
  }

  /** Bytes of all frames, without padding. */
  long length() {
    long pixelsOfAll = pixels.pixels() * pixels.frames();
    return pixels.bitsAllocated() == 1
        ? (pixelsOfAll + 7) / 8
        : pixelsOfAll / unitPixels() * unitLength() * (pixels.planar() ? pixels.samples() : 1);
  }

  /** Pixels of the smallest unit that can be changed without others. */
  int unitPixels() {
    return subsampled ? SHARED : 1;
  }

  /** Bytes of a unit, in each plane where samples lie in planes. */
  int unitLength() {
    int samples = subsampled ? 2 * SHARED : pixels.planar() ? 1 : pixels.samples();
    return samples * pixels.sampleLength();
  }

  /** Bytes of a row, in each plane. */
  long rowLength() {
    return (long) pixels.columns() / unitPixels() * unitLength();
  }

  /** Planes of a frame. */
  int planes() {
    return pixels.planar() ? pixels.samples() : 1;
  }
}
