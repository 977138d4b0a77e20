package org.lucina.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.dicom.VR;

/**
 * The frames of native pixel data, one after another, each as it lies in a little-endian syntax and
 * beginning with a byte of its own.
 */
public final class NativeFrames {
  private final InputStream in;
  private final NativeLayout layout;
  private int done;
  private long bits;
  private int carried;

  private NativeFrames(InputStream in, NativeLayout layout) {
    this.in = in;
    this.layout = layout;
  }

  /**
   * The frames of a value.
   *
   * @param value its bytes, which the caller closes
   * @param length number of them
   * @throws PixelDataException when the value is too short
   */
  public static NativeFrames of(
      PixelDescription pixels, VR vr, boolean bigEndian, InputStream value, long length)
      throws PixelDataException {
    NativeLayout layout = NativeLayout.of(pixels, vr, bigEndian, length);
    return new NativeFrames(layout.swapped() ? new SwappedStream(value) : value, layout);
  }

  /** The next frame, empty after the last. */
  public Optional<byte[]> next() throws IOException {
    PixelDescription pixels = layout.pixels();
    if (done == pixels.frames()) {
      return Optional.empty();
    }
    done++;
    if (pixels.bitsAllocated() == 1) {
      return Optional.of(bits(pixels));
    }
    int length = pixels.frameLength();
    if (layout.subsampled()) {
      length = (int) (layout.rowLength() * pixels.rows());
    }
    byte[] frame = read(length);
    if (layout.bigEndian()) {
      turn(frame, pixels.sampleLength());
    }
    return Optional.of(frame);
  }

  /** Frames of single bits begin anywhere in a byte. */
  private byte[] bits(PixelDescription pixels) throws IOException {
    int shift = (int) (bits % 8);
    bits += pixels.pixels();
    byte[] frame = new byte[pixels.frameLength()];
    long missing = pixels.pixels() - (shift == 0 ? 0 : 8 - shift);
    byte[] read = read((int) Math.max(0, (missing + 7) / 8));
    for (int i = 0; i < frame.length; i++) {
      int low = shift == 0 ? at(read, i) : i == 0 ? carried : at(read, i - 1);
      int high = shift == 0 ? 0 : at(read, i);
      frame[i] = (byte) (low >>> shift | high << 8 - shift);
    }
    if (read.length > 0) {
      carried = at(read, read.length - 1);
    }
    int rest = (int) (pixels.pixels() % 8);
    if (rest > 0) {
      frame[frame.length - 1] &= (byte) ((1 << rest) - 1);
    }
    return frame;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : 0;
  }

  private byte[] read(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("pixel data end within frame " + done);
    }
    return bytes;
  }

  private static void turn(byte[] bytes, int unit) {
    for (int start = 0; start + unit <= bytes.length; start += unit) {
      for (int low = start, high = start + unit - 1; low < high; low++, high--) {
        byte kept = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = kept;
      }
    }
  }
}
