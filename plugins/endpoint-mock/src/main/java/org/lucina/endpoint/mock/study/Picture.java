package org.lucina.endpoint.mock.study;

/**
 * Frames of an image, each made when asked for.
 *
 * @param rows of a frame
 * @param columns of a frame
 * @param frames number of them, 1 at least
 * @param bits stored of a sample, 8 or less in one byte, else in two
 * @param signed whether samples are
 * @param painter gives the samples
 */
public record Picture(
    int rows, int columns, int frames, int bits, boolean signed, Painter painter) {

  /** Gives samples, the same ones each time. */
  @FunctionalInterface
  public interface Painter {
    /** The sample at a place of a frame, all counted from 0; what does not fit is cut. */
    double sample(int frame, int row, int column);
  }

  /** Bytes of a sample. */
  public int sampleLength() {
    return bits <= 8 ? 1 : 2;
  }

  /** Bytes of a frame. */
  public int frameLength() {
    return rows * columns * sampleLength();
  }

  /** The samples of a frame, numbered from 0, in little endian. */
  public byte[] frame(int number) {
    long least = signed ? -(1L << bits - 1) : 0;
    long most = least + (1L << bits) - 1;
    byte[] bytes = new byte[frameLength()];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sample = painter.sample(number, row, column);
        long stored = Math.max(least, Math.min(most, Math.round(sample)));
        bytes[at++] = (byte) stored;
        if (sampleLength() == 2) {
          bytes[at++] = (byte) (stored >> 8);
        }
      }
    }
    return bytes;
  }
}
