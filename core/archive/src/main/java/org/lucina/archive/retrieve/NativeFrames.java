package org.lucina.archive.retrieve;

import java.nio.ByteBuffer;

/**
 * Frames of native pixel data: one after the other without gaps, possibly not at whole bytes (PS3.5
 * 8.1.1, D).
 *
 * @param frames number of frames
 * @param offset first byte of the pixel data value
 * @param length bytes of the value
 * @param bitsPerFrame bits of one frame
 * @param unit bytes that are swapped to get little endian; 1 when the value is so already
 */
record NativeFrames(int frames, long offset, long length, long bitsPerFrame, int unit)
    implements FrameIndex {
  private static final int ENCODED = 1 + 4 + 8 + 8 + 8 + 1;

  @Override
  public byte[] encode() {
    return ByteBuffer.allocate(ENCODED)
        .put(NATIVE)
        .putInt(frames)
        .putLong(offset)
        .putLong(length)
        .putLong(bitsPerFrame)
        .put((byte) unit)
        .array();
  }

  static NativeFrames decode(ByteBuffer in) {
    return new NativeFrames(in.getInt(), in.getLong(), in.getLong(), in.getLong(), in.get());
  }
}
