package org.lucina.archive.retrieve;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out which fragments make up which frame (PS3.5 A.4). */
final class FragmentGrouping {
  private static final int ITEM_HEADER = EncapsulatedFrames.ITEM_HEADER;

  private FragmentGrouping() {}

  /**
   * The first fragment of each frame. Where nothing tells frames apart (a video stream, say) all
   * fragments are one.
   *
   * @param frames Number of Frames
   * @param lengths bytes of each fragment, unsigned
   * @param offsets of the frames from the extended or the basic offset table, may be empty
   * @param heads the first bytes of each fragment; empty when they were not read
   */
  static int[] firstFragments(int frames, int[] lengths, long[] offsets, List<byte[]> heads) {
    if (lengths.length == frames) {
      return IntStream.range(0, frames).toArray();
    }
    if (frames == 1 || lengths.length < frames) {
      return new int[] {0};
    }
    int[] listed = offsets.length == frames ? byOffsets(lengths, offsets) : new int[0];
    if (listed.length == frames) {
      return listed;
    }
    int[] begun = byHeads(heads);
    return begun.length == frames ? begun : new int[] {0};
  }

  /** Whether the first bytes of fragments are needed. */
  static boolean needsHeads(int frames, int[] lengths, long[] offsets) {
    return frames > 1
        && lengths.length > frames
        && (offsets.length != frames || byOffsets(lengths, offsets).length != frames);
  }

  /** Reads an offset table of 4-byte (basic) or 8-byte (extended) little-endian numbers. */
  static long[] readTable(byte[] table, int width) {
    ByteBuffer in = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    long[] offsets = new long[table.length / width];
    Arrays.setAll(offsets, i -> width == 4 ? Integer.toUnsignedLong(in.getInt()) : in.getLong());
    return offsets;
  }

  private static int[] byOffsets(int[] lengths, long[] offsets) {
    int[] first = new int[offsets.length];
    int found = 0;
    long at = 0;
    for (int i = 0; i < lengths.length && found < offsets.length; i++) {
      if (at == offsets[found]) {
        first[found++] = i;
      }
      at += Integer.toUnsignedLong(lengths[i]) + ITEM_HEADER;
    }
    return Arrays.copyOf(first, found);
  }

  /** Fragments that begin with SOI of JPEG or JPEG-LS, or SOC of JPEG 2000. */
  private static int[] byHeads(List<byte[]> heads) {
    return IntStream.range(0, heads.size()).filter(i -> beginsCodeStream(heads.get(i))).toArray();
  }

  private static boolean beginsCodeStream(byte[] head) {
    return head.length >= 2
        && head[0] == (byte) 0xFF
        && (head[1] == (byte) 0xD8 || head[1] == (byte) 0x4F);
  }
}
