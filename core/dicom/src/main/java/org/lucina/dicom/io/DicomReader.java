package org.lucina.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;

/**
 * Reads Part 10 files (PS3.10 7) and bare data sets from a stream, with tolerance for what is found
 * in practice, and with limits.
 *
 * <p>Buffers its input: bytes beyond what was asked for may have been taken from the stream. Not
 * thread-safe.
 */
public final class DicomReader implements Closeable {

  /**
   * How to read.
   *
   * @param limits what is accepted
   * @param bulkThreshold values of more bytes than this, of binary VRs, become {@link
   *     org.lucina.dicom.BulkData}; {@link Long#MAX_VALUE} holds everything
   * @param stopBefore the first top-level tag (unsigned) that is not read; empty reads to the end
   */
  public record Options(ReadLimits limits, long bulkThreshold, Optional<Integer> stopBefore) {
    /** Everything in memory. */
    public static final Options IN_MEMORY =
        new Options(ReadLimits.DEFAULT, Long.MAX_VALUE, Optional.empty());

    /** Binary values over 4 KiB by reference. */
    public static final Options BY_REFERENCE =
        new Options(ReadLimits.DEFAULT, 4096, Optional.empty());
  }

  private DicomReader() {}

  /** Reads a Part 10 file or, without preamble or File Meta, a data set of a guessed syntax. */
  public static DicomReader of(InputStream in, Options options) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Reads a Part 10 file; bulk data carries its URI. */
  public static DicomReader of(Path file, Options options) throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Reads a bare data set in a known syntax, as a DIMSE message carries it. */
  public static DicomReader ofDataSet(InputStream in, TransferSyntax syntax, Options options)
      throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** The File Meta Information, empty when there was none. */
  public DataSet fileMeta() {
    throw new IllegalStateException("contract only");
  }

  /** The syntax of the data set, from File Meta, the caller, or guessed. */
  public TransferSyntax transferSyntax() {
    throw new IllegalStateException("contract only");
  }

  /** Byte of the source at which the data set begins (after preamble and File Meta). */
  public long dataSetOffset() {
    throw new IllegalStateException("contract only");
  }

  /**
   * Reads the data set, or the part of it before the stop tag. Read to the end, it has consumed the
   * whole stream.
   *
   * @throws org.lucina.dicom.DicomFormatException when the bytes are no DICOM or break a limit
   */
  public DataSet readDataSet() throws IOException {
    throw new IllegalStateException("contract only");
  }

  /** Reads the data set as events. */
  public void read(DicomHandler handler) throws IOException {
    throw new IllegalStateException("contract only");
  }

  @Override
  public void close() throws IOException {
    throw new IllegalStateException("contract only");
  }
}
