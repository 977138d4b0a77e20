package org.lucina.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.io.ReadLimits;

/** Reads and writes the data sets of messages that are held in memory. */
final class DataSets {
  /** Bytes of an identifier, encoded and decoded, at most. */
  static final int MAX_IDENTIFIER_LENGTH = 1 << 20;

  /** Bytes of a response's data set, decoded, at most: instance lists and reports may be long. */
  static final int MAX_RESPONSE_LENGTH = 1 << 24;

  private static final int MAX_DEPTH = 64;

  private DataSets() {}

  /** Reads a data set whole, with a limit on its encoded and decoded bytes. */
  static DataSet read(InputStream in, String transferSyntax, int maxLength) throws IOException {
    ReadLimits limits = new ReadLimits(MAX_DEPTH, maxLength / 8, maxLength, maxLength);
    DicomReader.Options options = new DicomReader.Options(limits, Long.MAX_VALUE, Optional.empty());
    TransferSyntax syntax = TransferSyntax.of(transferSyntax);
    return DicomReader.ofDataSet(new Limited(in, maxLength), syntax, options).readDataSet();
  }

  /** A source that encodes a data set for a context. */
  static DataSource source(DataSet data, String transferSyntax) {
    TransferSyntax syntax = TransferSyntax.of(transferSyntax);
    return out -> {
      DicomWriter writer = DicomWriter.of(out);
      writer.writeDataSet(data, syntax);
      writer.close();
    };
  }

  /** Fails when more is read than is accepted. */
  private static final class Limited extends InputStream {
    private final InputStream in;
    private final int max;
    private long count;

    Limited(InputStream in, int max) {
      this.in = in;
      this.max = max;
    }

    @Override
    public int read() throws IOException {
      return counted(in.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int got = in.read(target, offset, length);
      return counted(got, got);
    }

    private int counted(int result, int bytes) throws IOException {
      if (result >= 0) {
        count += bytes;
        if (count > max) {
          throw new DicomFormatException("Data set of more than " + max + " bytes", "", count);
        }
      }
      return result;
    }
  }
}
