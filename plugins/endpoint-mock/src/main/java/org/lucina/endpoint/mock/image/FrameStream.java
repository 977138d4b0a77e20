package org.lucina.endpoint.mock.image;

import java.io.InputStream;
import org.lucina.endpoint.mock.study.Picture;

/** All frames of a picture, one after another, each made when it is reached. */
final class FrameStream extends InputStream {
  private final Picture picture;
  private byte[] current = new byte[0];
  private int position;
  private int next;

  FrameStream(Picture picture) {
    this.picture = picture;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (position == current.length) {
      if (next == picture.frames()) {
        return -1;
      }
      current = picture.frame(next++);
      position = 0;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, target, offset, count);
    position += count;
    return count;
  }
}
