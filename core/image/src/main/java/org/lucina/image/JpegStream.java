package org.lucina.image;

import java.io.IOException;
import org.lucina.dicom.io.BlockStream;
import org.lucina.dicom.io.OriginalValues;

/** Native pixel data, decoded and blacked out frame by frame while they are read. */
final class JpegStream extends BlockStream {
  private final JpegDecoder decoder;
  private final FrameFragments frames;
  private final OriginalValues original;
  private final Fill fill;
  private final long frameLength;
  private final long end;
  private byte[] current = {};
  private long held = -1;
  private long position;

  /**
   * Decodes frames.
   *
   * @param end bytes of all frames, a padding byte included
   */
  JpegStream(
      JpegDecoder decoder, FrameFragments frames, OriginalValues original, Fill fill, long end)
      throws PixelDataException {
    this.decoder = decoder;
    this.frames = frames;
    this.original = original;
    this.fill = fill;
    this.frameLength = decoder.decoded().frameLength();
    this.end = end;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0 || position == end) {
      return count == 0 ? 0 : -1;
    }
    long frame = position / frameLength;
    if (frame == frames.count()) {
      into[offset] = 0; // padding
      position++;
      return 1;
    }
    if (frame != held) {
      current = decoder.decode(frames.read((int) frame, original));
      fill.apply(current, 0, current.length, frame * frameLength);
      held = frame;
    }
    int at = (int) (position - frame * frameLength);
    int read = Math.min(count, current.length - at);
    System.arraycopy(current, at, into, offset, read);
    position += read;
    return read;
  }

  /** Frames that are skipped are not decoded. */
  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - position));
    position += skipped;
    return skipped;
  }
}
