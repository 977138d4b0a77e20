package org.lucina.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;

/** The Native DICOM Model in XML (PS3.19 A.1), both ways. */
public final class NativeXml {
  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\""
          + " xml:space=\"preserve\">";

  private NativeXml() {}

  /**
   * Writes one data set as a NativeDicomModel document in UTF-8; does not close the stream.
   *
   * <p>Control characters that XML 1.0 cannot hold become U+FFFD.
   *
   * @throws IOException when bulk data or encapsulated pixel data gets no URI, too
   */
  public static void write(DataSet dataSet, OutputStream out, DicomJson.BulkUris bulk)
      throws IOException {
    XmlOutput output = new XmlOutput(out);
    output.markup(START);
    new DataSetXmlWriter(output, bulk).write(dataSet);
    output.markup("</NativeDicomModel>");
    output.flush();
  }

  /**
   * Reads one document; no DTD, no external entity is ever resolved. BulkData becomes bulk data of
   * its URI ({@code urn:uuid:} for a UUID) with length -1. Text is encoded in UTF-8, and Specific
   * Character Set is set accordingly where text is not all ASCII.
   *
   * @throws org.lucina.dicom.DicomFormatException when it is no such document or breaks a limit
   */
  public static DataSet read(InputStream in, ReadLimits limits) throws IOException {
    return new DataSetXmlReader(new XmlEvents(in), limits).read();
  }
}
