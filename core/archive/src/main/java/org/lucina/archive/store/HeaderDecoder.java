package org.lucina.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** Reads headers as {@link HeaderEncoder} has made them. */
public final class HeaderDecoder {
  private static final int BUFFER = 8192;

  private HeaderDecoder() {}

  /** The attributes, bulk values by reference. */
  public static DataSet decode(byte[] header) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream json =
        new InflaterInputStream(new ByteArrayInputStream(header), inflater, BUFFER)) {
      return DicomJson.read(json, ReadLimits.DEFAULT);
    } finally {
      inflater.end();
    }
  }
}
