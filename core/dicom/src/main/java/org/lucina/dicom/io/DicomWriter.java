package org.lucina.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;

/**
 * Writes Part 10 files and bare data sets. What was read and not changed is written bit for bit as
 * it was when the syntax is the same.
 *
 * <p>Not thread-safe. Closing flushes (and ends a deflated stream) and closes the output.
 */
public final class DicomWriter implements Closeable {

  /** Opens bulk data while it is written. */
  public interface BulkSource {
    java.io.InputStream open(org.lucina.dicom.BulkData bulk) throws IOException;
  }

  private DicomWriter() {}

  /** Writes to a stream; bulk data with a file: URI is read from there. */
  public static DicomWriter of(OutputStream out) {
    throw new IllegalStateException("contract only");
  }

  /** Writes to a stream, reading bulk data from a source. */
  public static DicomWriter of(OutputStream out, BulkSource bulk) {
    throw new IllegalStateException("contract only");
  }

  /**
   * Writes preamble, File Meta (group length made anew) and the data set in the syntax it names.
   */
  public void writeFile(DataSet fileMeta, DataSet dataSet) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Writes preamble and File Meta only; what follows is the caller's. */
  public void writeFileMeta(DataSet fileMeta) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Writes a bare data set. */
  public void writeDataSet(DataSet dataSet, TransferSyntax syntax) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /**
   * File Meta Information as this toolkit makes it (PS3.10 7.1), with its own implementation UID.
   */
  public static DataSet fileMeta(String sopClass, String sopInstance, String transferSyntax) {
    throw new IllegalStateException("contract only");
  }

  @Override
  public void close() throws IOException {
    throw new IllegalStateException("contract only");
  }
}
