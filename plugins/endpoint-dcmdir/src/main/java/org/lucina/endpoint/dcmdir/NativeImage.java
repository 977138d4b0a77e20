package org.lucina.endpoint.dcmdir;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** The frames of a file whose pixel data is not compressed, read row by row. */
final class NativeImage {

  /** Takes the values of a row, for one colour or all of them. */
  @FunctionalInterface
  interface RowSink {
    /**
     * Takes a row.
     *
     * @param plane the colour that it is of, when each comes by itself
     */
    void accept(ByteBuffer values, int plane, int row);
  }

  private final Path file;
  private final PixelFormat format;
  private final BulkData pixels;
  private final int frames;

  private NativeImage(Path file, PixelFormat format, BulkData pixels, int frames) {
    this.file = file;
    this.format = format;
    this.pixels = pixels;
    this.frames = frames;
  }

  /**
   * Looks at a file.
   *
   * @throws EndpointException REFUSED when it has no pixels that can be read here
   */
  static NativeImage of(Path file) throws EndpointException, IOException {
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
      DataSet object = reader.readDataSet();
      PixelFormat format = PixelFormat.of(object);
      int frames = object.integer(Tag.NumberOfFrames).orElse(1);
      boolean compressed = reader.transferSyntax().encapsulated();
      if (compressed || reader.transferSyntax().deflated()) {
        throw new EndpointException(
            Reason.REFUSED,
            "images in transfer syntax " + reader.transferSyntax().uid() + " are not read here");
      }
      if (frames > 0
          && object.get(Tag.PixelData).map(Element::value).orElse(null) instanceof BulkData bulk
          && bulk.length() / frames >= format.frameBytes()) {
        return new NativeImage(file, format, bulk, frames);
      }
      throw new EndpointException(Reason.REFUSED, "the object has less pixel data than it tells");
    }
  }

  int frames() {
    return frames;
  }

  /**
   * Makes a picture of a frame.
   *
   * @param number from 1
   * @param maxSize pixels of its longer side at most
   */
  BufferedImage render(int number, int maxSize) throws IOException {
    Squash squash = new Squash(format, maxSize);
    if (!format.isColour()) {
      read(number, (values, plane, row) -> squash.measure(values));
    }
    read(number, squash::take);
    return squash.image();
  }

  private void read(int number, RowSink sink) throws IOException {
    int planes = format.planar() ? format.samples() : 1;
    int rowBytes = (int) (format.frameBytes() / format.rows() / planes);
    byte[] row = new byte[rowBytes];
    ByteOrder order = pixels.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(pixels.offset() + (number - 1) * format.frameBytes());
      for (int plane = 0; plane < planes; plane++) {
        for (int y = 0; y < format.rows(); y++) {
          if (in.readNBytes(row, 0, rowBytes) < rowBytes) {
            throw new IOException("the pixel data breaks off");
          }
          sink.accept(ByteBuffer.wrap(row).order(order), plane, y);
        }
      }
    }
  }
}
