package org.lucina.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frame of RLE Lossless (PS3.5 Annex G): a segment for each byte of each sample, the highest byte
 * of the first sample first.
 */
public final class RleFrame {
  private static final int MOST_SEGMENTS = 15;
  private static final int HEADER = 64;

  private final List<byte[]> segments;

  private RleFrame(List<byte[]> segments) {
    this.segments = segments;
  }

  /**
   * Reads the segments of a frame, which stay encoded.
   *
   * @throws PixelDataException when they are not those of such pixels
   */
  public static RleFrame parse(byte[] encoded, PixelDescription pixels) throws PixelDataException {
    if (pixels.bitsAllocated() == 1) {
      throw new PixelDataException("RLE of single bits cannot be decoded");
    }
    if (encoded.length < HEADER) {
      throw new PixelDataException("an RLE frame has no header");
    }
    ByteBuffer header = ByteBuffer.wrap(encoded, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
    int count = header.getInt();
    if (count != count(pixels) || count > MOST_SEGMENTS) {
      throw new PixelDataException("an RLE frame has another number of segments than its pixels");
    }
    List<byte[]> segments = new ArrayList<>();
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      offsets[i] = header.getInt();
    }
    offsets[count] = encoded.length;
    for (int i = 0; i < count; i++) {
      if (offsets[i] < HEADER || offsets[i] > offsets[i + 1] || offsets[i + 1] > encoded.length) {
        throw new PixelDataException("an RLE frame has segments that lie nowhere in it");
      }
      segments.add(Arrays.copyOfRange(encoded, offsets[i], offsets[i + 1]));
    }
    return new RleFrame(segments);
  }

  private static int count(PixelDescription pixels) {
    return pixels.samples() * pixels.sampleLength();
  }

  /**
   * Encodes a frame.
   *
   * @param frame its pixels, as {@link #decode} gives them
   */
  public static RleFrame encode(byte[] frame, PixelDescription pixels) throws PixelDataException {
    if (frame.length != pixels.frameLength() || pixels.bitsAllocated() == 1) {
      throw new PixelDataException("these pixels have no form in RLE");
    }
    List<byte[]> segments = new ArrayList<>();
    byte[] plane = new byte[(int) pixels.pixels()];
    for (int segment = 0; segment < count(pixels); segment++) {
      int step = step(pixels);
      for (int i = 0, at = first(segment, pixels); i < plane.length; i++, at += step) {
        plane[i] = frame[at];
      }
      segments.add(RleSegment.encode(plane, pixels.columns()));
    }
    return new RleFrame(segments);
  }

  /** Its pixels, as native pixel data in little endian have them. */
  public byte[] decode(PixelDescription pixels) throws PixelDataException {
    byte[] frame = new byte[pixels.frameLength()];
    int step = step(pixels);
    for (int segment = 0; segment < segments.size(); segment++) {
      byte[] plane = RleSegment.decode(segments.get(segment), (int) pixels.pixels());
      for (int i = 0, at = first(segment, pixels); i < plane.length; i++, at += step) {
        frame[at] = plane[i];
      }
    }
    return frame;
  }

  /** Bytes from one pixel to the next in a decoded frame. */
  private static int step(PixelDescription pixels) {
    return pixels.sampleLength() * (pixels.planar() ? 1 : pixels.samples());
  }

  /** Where the first byte of a segment goes in a decoded frame. */
  private static int first(int segment, PixelDescription pixels) {
    int length = pixels.sampleLength();
    int sample = segment / length;
    int start = pixels.planar() ? sample * (int) pixels.pixels() * length : sample * length;
    return start + length - 1 - segment % length;
  }

  /**
   * The same, blacked out; segments in which that changes nothing stay as they are.
   *
   * @param bare whether bits that are not stored are cleared in all pixels
   */
  RleFrame blackedOut(PixelDescription pixels, Mask mask, Black black, boolean bare)
      throws PixelDataException {
    pixels.frameLength(); // neither is what is decoded here longer than that
    byte[] stored = UnusedBits.stored(pixels, true);
    List<byte[]> changed = new ArrayList<>();
    int length = pixels.sampleLength();
    for (int i = 0; i < segments.size(); i++) {
      byte fill = black.sample(i / length, true)[i % length];
      byte[] plane = RleSegment.decode(segments.get(i), (int) pixels.pixels());
      boolean differs = bare && clear(plane, stored[i % length]);
      differs |= fill(plane, pixels, mask, fill);
      changed.add(differs ? RleSegment.encode(plane, pixels.columns()) : segments.get(i));
    }
    return new RleFrame(changed);
  }

  private static boolean clear(byte[] plane, byte stored) {
    boolean changed = false;
    for (int i = 0; i < plane.length; i++) {
      changed |= (plane[i] & ~stored) != 0;
      plane[i] &= stored;
    }
    return changed;
  }

  private static boolean fill(byte[] plane, PixelDescription pixels, Mask mask, byte fill) {
    boolean changed = false;
    for (int row = 0; row < pixels.rows(); row++) {
      int[] spans = mask.spans(row);
      for (int i = 0; i < spans.length; i += 2) {
        int end = row * pixels.columns() + spans[i + 1];
        for (int at = row * pixels.columns() + spans[i]; at < end; at++) {
          changed |= plane[at] != fill;
          plane[at] = fill;
        }
      }
    }
    return changed;
  }

  /** The frame as one fragment holds it, of even length. */
  public byte[] toBytes() {
    int total = HEADER + segments.stream().mapToInt(segment -> segment.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(total + total % 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(segments.size());
    int offset = HEADER;
    for (byte[] segment : segments) {
      bytes.putInt(offset);
      offset += segment.length;
    }
    bytes.position(HEADER);
    segments.forEach(bytes::put);
    return bytes.array();
  }
}
