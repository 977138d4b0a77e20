package org.lucina.endpoint.dcmdir;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/**
 * Makes a picture of 8 bits of a frame of any depth and size: the least value becomes black and the
 * greatest white, and pixels that fall together give their mean.
 */
final class Squash {
  private final PixelFormat format;
  private final int width;
  private final int height;
  private final double[] sums;
  private final int[] counts;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  Squash(PixelFormat format, int maxSize) {
    this.format = format;
    double scale = Math.min(1.0, (double) maxSize / Math.max(format.columns(), format.rows()));
    this.width = Math.max(1, (int) Math.round(format.columns() * scale));
    this.height = Math.max(1, (int) Math.round(format.rows() * scale));
    this.sums = new double[width * height * format.samples()];
    this.counts = new int[width * height];
  }

  /** Looks at the values of a row, before any is taken. */
  void measure(ByteBuffer values) {
    while (values.hasRemaining()) {
      long value = format.next(values);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }

  /** Takes the values of a row. */
  void take(ByteBuffer values, int plane, int row) {
    int line = (int) ((long) row * height / format.rows()) * width;
    int together = format.planar() ? 1 : format.samples();
    for (int column = 0; column < format.columns(); column++) {
      int pixel = line + (int) ((long) column * width / format.columns());
      for (int sample = 0; sample < together; sample++) {
        sums[pixel * format.samples() + plane + sample] += format.next(values);
      }
      counts[pixel] += plane == 0 ? 1 : 0;
    }
  }

  /** The picture. */
  BufferedImage image() {
    int type = format.isColour() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage image = new BufferedImage(width, height, type);
    byte[] grey = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = y * width + x;
        if (format.isColour()) {
          image.setRGB(x, y, colour(pixel));
        } else {
          grey[x] = (byte) grey(pixel);
        }
      }
      if (!format.isColour()) {
        image.getRaster().setDataElements(0, y, width, 1, grey);
      }
    }
    return image;
  }

  private int grey(int pixel) {
    double range = Math.max(1, greatest - least);
    int value = clamp((mean(pixel, 0) - least) / range * 255);
    return format.photometric().equals("MONOCHROME1") ? 255 - value : value;
  }

  /** From YBR_FULL as PS3.3 C.7.6.3.1.2 defines it. */
  private int colour(int pixel) {
    double first = mean(pixel, 0);
    double second = mean(pixel, 1);
    double third = mean(pixel, 2);
    if (!format.photometric().equals("YBR_FULL")) {
      return rgb(first, second, third);
    }
    double blue = second - 128;
    double red = third - 128;
    return rgb(first + 1.402 * red, first - 0.344136 * blue - 0.714136 * red, first + 1.772 * blue);
  }

  private double mean(int pixel, int sample) {
    return sums[pixel * format.samples() + sample] / counts[pixel];
  }

  private static int rgb(double red, double green, double blue) {
    return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
