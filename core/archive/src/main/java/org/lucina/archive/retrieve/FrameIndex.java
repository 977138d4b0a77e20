package org.lucina.archive.retrieve;

import java.nio.ByteBuffer;

/**
 * Where the frames of an object lie, counted from the first byte of its data set, in a compact form
 * that the index keeps: finding one frame costs the same in a large object as in a small one.
 */
sealed interface FrameIndex permits NativeFrames, EncapsulatedFrames {
  /** First byte of the encoded form of native frames. */
  byte NATIVE = 1;

  /** First byte of the encoded form of encapsulated frames. */
  byte ENCAPSULATED = 2;

  /** Number of frames that can be handed out. */
  int frames();

  /** The compact form. */
  byte[] encode();

  /** Reads the compact form. */
  static FrameIndex decode(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded);
    byte kind = in.get();
    return switch (kind) {
      case NATIVE -> NativeFrames.decode(in);
      case ENCAPSULATED -> EncapsulatedFrames.decode(in);
      default -> throw new IllegalArgumentException("frame index of unknown kind " + kind);
    };
  }
}
