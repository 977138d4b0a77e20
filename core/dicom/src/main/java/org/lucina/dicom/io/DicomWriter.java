package org.lucina.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;

/**
 * Writes Part 10 files and bare data sets. What was read and not changed is written bit for bit as
 * it was when the syntax is the same.
 *
 * <p>Not thread-safe. Closing flushes (and ends a deflated stream) and closes the output.
 */
public final class DicomWriter implements Closeable {

  /** Opens bulk data while it is written. */
  @FunctionalInterface
  public interface BulkSource {
    /** The bytes of a value, of which exactly {@link BulkData#length} must come. */
    InputStream open(BulkData bulk) throws IOException;
  }

  /** The implementation class of this toolkit's files (PS3.7 D.3.3.2). */
  public static final String IMPLEMENTATION_CLASS_UID =
      "2.25.206170164866187042806823453262806023571";

  /** The implementation version of this toolkit's files. */
  public static final String IMPLEMENTATION_VERSION_NAME = "LUCINA_0.1";

  private static final int PREAMBLE = 128;

  private final OutputStream target;
  private final Output out;
  private final BulkSource bulk;

  private DicomWriter(OutputStream target, BulkSource bulk) {
    this.target = target;
    this.out = new Output(target);
    this.bulk = bulk;
  }

  /** Writes to a stream; bulk data with a file: URI is read from there. */
  public static DicomWriter of(OutputStream out) {
    return new DicomWriter(out, FileBulkSource::open);
  }

  /** Writes to a stream, reading bulk data from a source. */
  public static DicomWriter of(OutputStream out, BulkSource bulk) {
    return new DicomWriter(out, bulk);
  }

  /**
   * Writes preamble, File Meta (group length made anew) and the data set in the syntax it names.
   *
   * @throws IllegalArgumentException when File Meta names no transfer syntax
   */
  public void writeFile(DataSet fileMeta, DataSet dataSet) throws IOException {
    String syntax =
        fileMeta
            .string(Tag.TransferSyntaxUID)
            .orElseThrow(() -> new IllegalArgumentException("File Meta names no transfer syntax"));
    writeFileMeta(fileMeta);
    writeDataSet(dataSet, TransferSyntax.of(syntax));
  }

  /** Writes a file as it was read, wrong group lengths and missing parts included. */
  public void writeFile(DicomFile file) throws IOException {
    out.put(file.preamble(), 1, false);
    write(out, file.fileMeta(), file.metaSyntax(), 0);
    writeDataSet(file.dataSet(), file.syntax(), file.padding());
  }

  /** Writes preamble and File Meta only; what follows is the caller's. */
  public void writeFileMeta(DataSet fileMeta) throws IOException {
    out.put(new byte[PREAMBLE], 0, PREAMBLE);
    out.put(new byte[] {'D', 'I', 'C', 'M'}, 0, 4);
    DataSet meta = new DataSet();
    fileMeta.forEach(meta::put);
    meta.remove(Tag.FileMetaInformationGroupLength);
    long length = LengthPlan.total(meta, true);
    meta.set(Tag.FileMetaInformationGroupLength, VR.UL, (int) length);
    write(out, meta, TransferSyntax.EXPLICIT_LE, 0);
    out.flush();
  }

  /** Writes a bare data set. */
  public void writeDataSet(DataSet dataSet, TransferSyntax syntax) throws IOException {
    writeDataSet(dataSet, syntax, 0);
  }

  private void writeDataSet(DataSet dataSet, TransferSyntax syntax, long padding)
      throws IOException {
    if (!syntax.deflated()) {
      write(out, dataSet, syntax, padding);
      out.flush();
      return;
    }
    out.flush();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      DeflaterOutputStream deflating = new DeflaterOutputStream(target, deflater, 8192);
      Output inner = new Output(deflating);
      write(inner, dataSet, syntax, padding);
      inner.flush();
      deflating.finish();
      if (deflater.getBytesWritten() % 2 != 0) {
        target.write(0);
      }
      target.flush();
    } finally {
      deflater.end();
    }
  }

  private void write(Output to, DataSet dataSet, TransferSyntax syntax, long padding)
      throws IOException {
    LengthPlan lengths = LengthPlan.of(dataSet, syntax.explicitVr());
    new DataSetWriter(to, syntax, this::copy, lengths).write(dataSet);
    for (long i = 0; i < padding; i++) {
      to.put(0);
    }
  }

  private void copy(BulkData value, int swapUnit, Output to) throws IOException {
    try (InputStream in = bulk.open(value)) {
      long written = to.put(in, swapUnit);
      if (written != value.length()) {
        throw new IOException(
            "bulk data gave " + written + " bytes where " + value.length() + " were announced");
      }
    }
  }

  /**
   * File Meta Information as this toolkit makes it (PS3.10 7.1), with its own implementation UID.
   */
  public static DataSet fileMeta(String sopClass, String sopInstance, String transferSyntax) {
    return new DataSet()
        .set(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1})
        .set(Tag.MediaStorageSOPClassUID, sopClass)
        .set(Tag.MediaStorageSOPInstanceUID, sopInstance)
        .set(Tag.TransferSyntaxUID, transferSyntax)
        .set(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
        .set(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME);
  }

  @Override
  public void close() throws IOException {
    out.flush();
    target.close();
  }
}
