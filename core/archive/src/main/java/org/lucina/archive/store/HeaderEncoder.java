package org.lucina.archive.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.json.DicomJson;

/**
 * Makes the header that the index keeps of an object: its data set as DICOM JSON, raw deflate, with
 * bulk values as {@code bulkdata/PATH} relative to the instance.
 */
public final class HeaderEncoder {
  /** Binary values of more bytes than this are bulk data. */
  public static final int BULK_THRESHOLD = 1024;

  private static final int OVERLAY_GROUPS = 0xFF01FFFF;
  private static final int OVERLAY_DATA = 0x60003000;
  private static final int BUFFER = 4096;

  private HeaderEncoder() {}

  /** Encodes a data set; the deflater makes raw deflate and is left reset. */
  public static byte[] encode(DataSet dataSet, Deflater deflater) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    try {
      DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, BUFFER);
      DicomJson.write(dataSet, out, HeaderEncoder::bulkUri);
      out.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } finally {
      deflater.reset();
    }
    return bytes.toByteArray();
  }

  /** Where a value is left out of the header: relative to the instance, by its attribute path. */
  static Optional<String> bulkUri(String path, Element element) {
    return isBulk(element) ? Optional.of("bulkdata/" + path) : Optional.empty();
  }

  private static boolean isBulk(Element element) {
    if (element.value() instanceof BulkData || element.value() instanceof Fragments) {
      return true;
    }
    return switch (element.tag()) {
      case Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData -> true;
      case Tag.WaveformData, Tag.SpectroscopyData, Tag.EncapsulatedDocument -> true;
      default -> (element.tag() & OVERLAY_GROUPS) == OVERLAY_DATA;
    };
  }
}
