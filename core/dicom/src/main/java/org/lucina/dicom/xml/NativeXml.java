package org.lucina.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** The Native DICOM Model in XML (PS3.19 A.1), both ways. */
public final class NativeXml {

  private NativeXml() {}

  /** Writes one data set as a NativeDicomModel document in UTF-8. */
  public static void write(DataSet dataSet, OutputStream out, DicomJson.BulkUris bulk)
      throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Reads one document; no DTD, no external entity is ever resolved. */
  public static DataSet read(InputStream in, ReadLimits limits) throws IOException {
    throw new IllegalStateException("contract only");
  }
}
