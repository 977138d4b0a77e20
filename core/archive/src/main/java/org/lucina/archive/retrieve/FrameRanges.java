package org.lucina.archive.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells where the bytes of a frame lie. */
final class FrameRanges {
  private static final int BITS = 8;

  private FrameRanges() {}

  /**
   * The ranges of a frame, counted from 0.
   *
   * @return empty when its bytes must be moved or swapped
   */
  static Optional<List<ByteRange>> of(FrameIndex index, int frame) {
    if (index instanceof EncapsulatedFrames frames) {
      return Optional.of(fragments(frames, frame));
    }
    NativeFrames frames = (NativeFrames) index;
    long firstBit = frames.bitsPerFrame() * frame;
    if (frames.unit() != 1 || firstBit % BITS != 0) {
      return Optional.empty();
    }
    long length = (frames.bitsPerFrame() + BITS - 1) / BITS;
    return Optional.of(List.of(new ByteRange(frames.offset() + firstBit / BITS, length)));
  }

  private static List<ByteRange> fragments(EncapsulatedFrames frames, int frame) {
    List<ByteRange> ranges = new ArrayList<>();
    int first = frames.firstFragments()[frame];
    long at = frames.fragmentOffset(first);
    for (int i = first; i < frames.endFragment(frame); i++) {
      long length = Integer.toUnsignedLong(frames.lengths()[i]);
      ranges.add(new ByteRange(at, length));
      at += length + EncapsulatedFrames.ITEM_HEADER;
    }
    return ranges;
  }
}
