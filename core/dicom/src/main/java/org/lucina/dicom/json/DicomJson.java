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

  /**
   * Reads one JSON object; BulkDataURI becomes bulk data of that URI with length -1. Text is
   * encoded in UTF-8, and Specific Character Set is set accordingly where text is not all ASCII.
   *
   * @throws org.lucina.dicom.DicomFormatException when it is no JSON object of a data set, has more
   *     behind it, or breaks a limit
   */
  public static DataSet read(InputStream in, ReadLimits limits) throws IOException {
    JsonScanner scanner = scanner(in, limits);
    DataSet dataSet = new DataSetReader(scanner, limits).read();
    scanner.expect(JsonScanner.Token.END);
    return dataSet;
  }

  /**
   * Reads a JSON array of data sets (or a single object), giving each as it ends. Limits are those
   * of each.
   */
  public static void readAll(InputStream in, ReadLimits limits, Sink sink) throws IOException {
    JsonScanner scanner = scanner(in, limits);
    if (!scanner.accept(JsonScanner.Token.BEGIN_ARRAY)) {
      sink.accept(new DataSetReader(scanner, limits).read());
    } else if (!scanner.accept(JsonScanner.Token.END_ARRAY)) {
      do {
        sink.accept(new DataSetReader(scanner, limits).read());
      } while (scanner.accept(JsonScanner.Token.COMMA));
      scanner.expect(JsonScanner.Token.END_ARRAY);
    }
    scanner.expect(JsonScanner.Token.END);
  }

  /** Base64 makes four characters of three bytes. */
  private static JsonScanner scanner(InputStream in, ReadLimits limits) throws IOException {
    long longest = (limits.valueLength() + 2L) / 3 * 4;
    return new JsonScanner(in, (int) Math.min(longest, Integer.MAX_VALUE - 16));
  }

  /** Takes data sets as they are read. */
  public interface Sink {
    void accept(DataSet dataSet) throws IOException;
  }
}
