package org.lucina.archive.retrieve;

import java.nio.ByteBuffer;

/**
 * Frames of encapsulated pixel data: each one or more fragments (PS3.5 A.4), which follow each
 * other in the file with an item header of 8 bytes between them.
 *
 * @param offset first byte of the first fragment's value
 * @param lengths bytes of each fragment, unsigned
 * @param firstFragments for each frame, the number of its first fragment
 */
record EncapsulatedFrames(long offset, int[] lengths, int[] firstFragments) implements FrameIndex {
  /** Bytes between the values of two fragments. */
  static final int ITEM_HEADER = 8;

  @Override
  public int frames() {
    return firstFragments.length;
  }

  /** The number after that of a frame's last fragment; frames count from 0. */
  int endFragment(int frame) {
    return frame + 1 < firstFragments.length ? firstFragments[frame + 1] : lengths.length;
  }

  /** First byte of a fragment's value. */
  long fragmentOffset(int fragment) {
    long at = offset;
    for (int i = 0; i < fragment; i++) {
      at += Integer.toUnsignedLong(lengths[i]) + ITEM_HEADER;
    }
    return at;
  }

  @Override
  public byte[] encode() {
    boolean single = lengths.length == firstFragments.length;
    int table = single ? 0 : firstFragments.length;
    ByteBuffer out = ByteBuffer.allocate(1 + 8 + 4 + 4 + 4 * (lengths.length + table));
    out.put(ENCAPSULATED).putLong(offset).putInt(lengths.length).putInt(table);
    for (int length : lengths) {
      out.putInt(length);
    }
    if (!single) {
      for (int first : firstFragments) {
        out.putInt(first);
      }
    }
    return out.array();
  }

  static EncapsulatedFrames decode(ByteBuffer in) {
    long offset = in.getLong();
    int fragments = in.getInt();
    int table = in.getInt();
    int[] lengths = new int[fragments];
    in.asIntBuffer().get(lengths);
    in.position(in.position() + 4 * fragments);
    int[] first = new int[table == 0 ? fragments : table];
    if (table == 0) {
      java.util.Arrays.setAll(first, i -> i);
    } else {
      in.asIntBuffer().get(first);
    }
    return new EncapsulatedFrames(offset, lengths, first);
  }
}
