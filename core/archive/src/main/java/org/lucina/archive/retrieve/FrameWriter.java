package org.lucina.archive.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes single frames of a stored object. */
final class FrameWriter {
  private static final int BITS = 8;
  private static final int CHUNK = 64 << 10;

  private FrameWriter() {}

  /** Writes a frame, counted from 0. */
  static void write(StoredFile file, FrameIndex index, int frame, OutputStream out)
      throws IOException {
    if (index instanceof NativeFrames frames) {
      writeNative(file, frames, frame, out);
    } else if (index instanceof EncapsulatedFrames frames) {
      writeEncapsulated(file, frames, frame, out);
    }
  }

  private static void writeEncapsulated(
      StoredFile file, EncapsulatedFrames frames, int frame, OutputStream out) throws IOException {
    int first = frames.firstFragments()[frame];
    long at = frames.fragmentOffset(first);
    for (int i = first; i < frames.endFragment(frame); i++) {
      long length = Integer.toUnsignedLong(frames.lengths()[i]);
      file.copy(at, length, out);
      at += length + EncapsulatedFrames.ITEM_HEADER;
    }
  }

  private static void writeNative(StoredFile file, NativeFrames frames, int frame, OutputStream out)
      throws IOException {
    long firstBit = frames.bitsPerFrame() * frame;
    long from = firstBit / BITS;
    long length = (frames.bitsPerFrame() + BITS - 1) / BITS;
    int shift = (int) (firstBit % BITS);
    if (shift != 0) {
      writeShifted(file, frames, from, length, shift, out);
    } else if (frames.unit() == 1) {
      file.finish(frames.offset() + from, length, out);
    } else {
      writeRange(file, frames.offset(), frames.length(), frames.unit(), from, length, out);
    }
  }

  /** One-bit pixels whose frames do not begin at whole bytes (PS3.5 8.1.1), low bits first. */
  private static void writeShifted(
      StoredFile file, NativeFrames frames, long from, long length, int shift, OutputStream out)
      throws IOException {
    int available = (int) Math.min(length + 1, frames.length() - from);
    byte[] bits = file.read(frames.offset() + from, available).array();
    byte[] aligned = new byte[(int) length];
    for (int i = 0; i < aligned.length; i++) {
      int low = (bits[i] & 0xFF) >>> shift;
      int high = i + 1 < bits.length ? (bits[i + 1] & 0xFF) << BITS - shift : 0;
      aligned[i] = (byte) (low | high);
    }
    int rest = (int) (frames.bitsPerFrame() % BITS);
    if (rest != 0) {
      aligned[aligned.length - 1] &= (byte) ((1 << rest) - 1);
    }
    out.write(aligned);
  }

  /**
   * Writes a range of a value in little endian.
   *
   * @param offset first byte of the value
   * @param valueLength bytes of the value
   * @param unit bytes of the numbers in it, which are big endian
   * @param from first byte of the range within the value
   * @param length bytes of the range
   */
  static void writeRange(
      StoredFile file,
      long offset,
      long valueLength,
      int unit,
      long from,
      long length,
      OutputStream out)
      throws IOException {
    long start = from - from % unit;
    long end = Math.min(valueLength, (from + length + unit - 1) / unit * unit);
    long cut = from - start;
    InputStream in = file.at(offset + start);
    for (long left = end - start; left > 0; ) {
      byte[] chunk = in.readNBytes((int) Math.min(CHUNK, left));
      if (chunk.length == 0) {
        throw new java.io.EOFException("the stored value is cut off");
      }
      swap(chunk, unit);
      left -= chunk.length;
      int skip = (int) Math.min(cut, chunk.length);
      int take = (int) Math.min(length, chunk.length - skip);
      out.write(chunk, skip, take);
      cut -= skip;
      length -= take;
    }
  }

  /** Turns the numbers of some bytes from big to little endian. */
  static void swap(byte[] bytes, int unit) {
    for (int start = 0; start + unit <= bytes.length; start += unit) {
      for (int a = start, b = start + unit - 1; a < b; a++, b--) {
        byte kept = bytes[a];
        bytes[a] = bytes[b];
        bytes[b] = kept;
      }
    }
  }
}
