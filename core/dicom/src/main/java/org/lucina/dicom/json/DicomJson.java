package org.lucina.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.io.ReadLimits;

/** The DICOM JSON model (PS3.18 Annex F), both ways. */
public final class DicomJson {

  /**
   * Tells how a binary value is written: the BulkDataURI, or empty for InlineBinary.
   *
   * <p>Arguments are the tag path (attribute path of PS3.18: hex tags and item numbers joined by
   * '/', such as {@code 00081115/1/00081199}) and the element.
   */
  public interface BulkUris extends BiFunction<String, Element, Optional<String>> {}

  private DicomJson() {}

  /** Writes one data set as a JSON object in UTF-8; bulk data without URI is an error. */
  public static void write(DataSet dataSet, OutputStream out, BulkUris bulk) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Writes one data set with every binary value in memory inline. */
  public static void write(DataSet dataSet, OutputStream out) throws IOException {
    throw new IllegalStateException("contract only");
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
