package org.lucina.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.lucina.dicom.UID;

/** Decodes frames of JPEG with samples of 8 bits, by what the JDK has. */
final class JpegDecoder {
  private static final int PROGRESSIVE = 2;

  /**
   * Of a byte: a block of 64 pixels takes a bit at least, in the first scan of a progressive one.
   */
  private static final long MOST_PIXELS = 1024;

  /** Of a frame: each may take as long as the whole image, however short it is; 10 are usual. */
  private static final int MOST_SCANS = 100;

  private final PixelDescription pixels;
  private final String transferSyntax;

  /**
   * A decoder for some pixel data.
   *
   * @param transferSyntax for what is said of frames that it does not take
   */
  JpegDecoder(PixelDescription pixels, String transferSyntax) {
    this.pixels = pixels;
    this.transferSyntax = transferSyntax;
  }

  /** Whether frames of a transfer syntax may be JPEG of 8 bits. */
  static boolean takes(String transferSyntax) {
    return transferSyntax.equals(UID.JPEGBaseline8Bit)
        || transferSyntax.equals(UID.JPEGExtended12Bit);
  }

  /**
   * Looks at a frame without decoding it.
   *
   * @throws PixelDataException when it cannot be decoded, or is not as the data set says
   */
  JpegHeader check(byte[] frame) throws PixelDataException {
    JpegHeader header = JpegHeader.read(frame);
    if (header.process() > PROGRESSIVE || header.precision() != 8) {
      throw PixelDataException.noCodec(
          transferSyntax, " with SOF" + header.process() + " and " + header.precision() + " bits");
    }
    boolean fits =
        header.rows() == pixels.rows()
            && header.columns() == pixels.columns()
            && header.components() == pixels.samples()
            && pixels.bitsAllocated() == 8
            && !pixels.signed();
    if (!fits) {
      throw new PixelDataException("a JPEG frame has other pixels than the data set says");
    }
    if (pixels.pixels() > MOST_PIXELS * frame.length) {
      throw new PixelDataException("a JPEG frame is too short for its pixels");
    }
    if (JpegHeader.scans(frame) > MOST_SCANS) {
      throw new PixelDataException("a JPEG frame has more than " + MOST_SCANS + " scans");
    }
    decoded().frameLength();
    return header;
  }

  /** What frames decode to. */
  PixelDescription decoded() {
    return pixels.decodedAs(pixels.samples() == 1 ? pixels.photometric() : Photometric.RGB);
  }

  /** Decodes a frame, colours to red, green and blue. */
  byte[] decode(byte[] frame) throws IOException {
    JpegHeader header = check(frame);
    byte[] samples = raster(frame);
    if (samples.length != decoded().frameLength()) {
      throw new PixelDataException("a JPEG frame decodes to other pixels than it says");
    }
    if (header.isYcc(pixels.photometric())) {
      Ycc.toRgb(samples);
    }
    return samples;
  }

  private static byte[] raster(byte[] frame) throws IOException {
    ImageReader reader = reader();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
      reader.setInput(in, true, true);
      Raster raster = reader.readRaster(0, null);
      return (byte[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
    } catch (IOException | RuntimeException unreadable) {
      throw new PixelDataException("a JPEG frame cannot be decoded", unreadable);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader() throws PixelDataException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.canReadRaster()) {
        return reader;
      }
      reader.dispose();
    }
    throw new PixelDataException("this Java runtime has no decoder of JPEG");
  }
}
