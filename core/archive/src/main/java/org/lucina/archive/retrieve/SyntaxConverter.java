package org.lucina.archive.retrieve;

import java.io.IOException;
import java.io.OutputStream;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;

/** Writes uncompressed objects in another uncompressed transfer syntax. */
final class SyntaxConverter {

  private SyntaxConverter() {}

  /** Writes the File Meta Information of an object that goes out in another syntax. */
  static void writeFileMeta(InstanceRecord object, TransferSyntax target, OutputStream out)
      throws IOException {
    DataSet meta = DicomWriter.fileMeta(object.sopClass(), object.sopInstance(), target.uid());
    DicomWriter.of(out).writeFileMeta(meta);
  }

  /** Writes the data set of an open file; the output stays open. */
  static void convert(StoredFile file, TransferSyntax target, OutputStream out) throws IOException {
    try (DicomReader reader =
        DicomReader.ofDataSet(file.dataSet(), file.syntax(), DicomReader.Options.BY_REFERENCE)) {
      DataSet dataSet = reader.readDataSet();
      try (DicomWriter writer =
          DicomWriter.of(new Unclosed(out), bulk -> file.at(((BulkData) bulk).offset()))) {
        writer.writeDataSet(dataSet, target);
      }
    }
  }

  /** Passes everything on but the end. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
