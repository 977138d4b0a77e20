package org.lucina.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.io.ReadLimits;

/**
 * The DICOM JSON model (PS3.18 Annex F), both ways.
 *
 * <p>Where the standard leaves a choice, DCMTK's is taken: valid DS and IS values are numbers, SV
 * and UV beyond 2^53 are strings, names and text come without padding, group lengths are left out,
 * and Specific Character Set is ISO_IR 192. Infinity and NaN are the strings {@code inf}, {@code
 * -inf} and {@code NaN}.
 */
public final class DicomJson {

  /**
   * Tells how a binary value is written: the BulkDataURI, or empty for InlineBinary.
   *
   * <p>Asked for each value of OB, OD, OF, OL, OV, OW and UN, and for all bulk data and fragments,
   * which cannot be inline. Arguments are the tag path (attribute path of PS3.18: hex tags and item
   * numbers joined by '/', such as {@code 00081115/1/00081199}) and the element.
   */
  public interface BulkUris extends BiFunction<String, Element, Optional<String>> {}

  private DicomJson() {}

  /**
   * Writes one data set as a JSON object in UTF-8 without white space; does not close the stream.
   *
   * @throws IOException when bulk data or encapsulated pixel data gets no URI, too
   */
  public static void write(DataSet dataSet, OutputStream out, BulkUris bulk) throws IOException {
    write(dataSet, out, bulk, NumberForm.NUMBERS);
  }

  /** Writes one data set, with DS and IS in the form that is asked for. */
  public static void write(DataSet dataSet, OutputStream out, BulkUris bulk, NumberForm numbers)
      throws IOException {
    JsonOutput output = new JsonOutput(out);
    new DataSetWriter(output, bulk, numbers).write(dataSet);
    output.flush();
  }

  /** Writes one data set with every binary value in memory inline. */
  public static void write(DataSet dataSet, OutputStream out) throws IOException {
    write(dataSet, out, (path, element) -> Optional.empty());
  }

  /** Reads one JSON object; BulkDataURI becomes bulk data of that URI with length -1. */
  public static DataSet read(InputStream in, ReadLimits limits) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Reads a JSON array of data sets (or a single object), giving each as it ends. */
  public static void readAll(InputStream in, ReadLimits limits, Sink sink) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Takes data sets as they are read. */
  public interface Sink {
    void accept(DataSet dataSet) throws IOException;
  }
}
