package org.lucina.endpoint.dcmdir;

import java.nio.ByteBuffer;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * How native pixel data is made up (PS3.3 C.7.6.3).
 *
 * @param samples values of a pixel, 1 or 3
 * @param bytes of a value, 1, 2 or 4
 * @param stored bits that count of a value
 * @param shift bits below these
 * @param planar whether each colour comes by itself
 */
record PixelFormat(
    int columns,
    int rows,
    int samples,
    int bytes,
    int stored,
    int shift,
    boolean signed,
    boolean planar,
    String photometric) {
  private static final Set<String> GREY = Set.of("MONOCHROME1", "MONOCHROME2");
  private static final Set<String> COLOUR = Set.of("RGB", "YBR_FULL");

  /**
   * Reads what a header tells.
   *
   * @throws EndpointException REFUSED when there is no image, or none of these
   */
  static PixelFormat of(DataSet header) throws EndpointException {
    int allocated = header.integer(Tag.BitsAllocated).orElse(0);
    int stored = header.integer(Tag.BitsStored).orElse(allocated);
    int high = header.integer(Tag.HighBit).orElse(stored - 1);
    PixelFormat format =
        new PixelFormat(
            header.integer(Tag.Columns).orElse(0),
            header.integer(Tag.Rows).orElse(0),
            header.integer(Tag.SamplesPerPixel).orElse(1),
            allocated / 8,
            stored,
            high + 1 - stored,
            header.integer(Tag.PixelRepresentation).orElse(0) == 1,
            header.integer(Tag.PlanarConfiguration).orElse(0) == 1,
            header.string(Tag.PhotometricInterpretation).orElse("").trim());
    boolean grey = format.samples == 1 && GREY.contains(format.photometric);
    boolean colour = format.samples == 3 && allocated == 8 && COLOUR.contains(format.photometric);
    boolean depth = allocated == 8 || allocated == 16 || allocated == 32;
    boolean bits = stored > 0 && format.shift >= 0 && format.shift + stored <= allocated;
    if (format.columns < 1 || format.rows < 1 || !(grey || colour) || !depth || !bits) {
      throw new EndpointException(
          Reason.REFUSED,
          "the object has no pixels that can be shown: grey ones of 8, 16 or 32 bits, RGB or"
              + " YBR_FULL ones of 8");
    }
    return format;
  }

  long frameBytes() {
    return (long) columns * rows * samples * bytes;
  }

  boolean isColour() {
    return samples == 3;
  }

  /** Takes the next value. */
  long next(ByteBuffer from) {
    long raw =
        switch (bytes) {
          case 1 -> from.get() & 0xFFL;
          case 2 -> from.getShort() & 0xFFFFL;
          default -> from.getInt() & 0xFFFFFFFFL;
        };
    long value = raw >> shift << 64 - stored;
    return signed ? value >> 64 - stored : value >>> 64 - stored;
  }
}
