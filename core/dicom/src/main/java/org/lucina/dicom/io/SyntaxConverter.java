package org.lucina.dicom.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lucina.dicom.TransferSyntax;

/**
 * Converts a data set from one syntax to another while it streams by, holding no value (PS3.5 7,
 * 10).
 *
 * <p>Byte order, headers and deflation change, pixel data is not decoded: encapsulated pixel data
 * goes only into an encapsulated syntax. Sequences and items come out with undefined lengths, as
 * their true ones would be known too late; Group Lengths (gggg,0000), wrong from then on and
 * retired, are left out. Between equal encodings nothing is changed but that.
 */
public final class SyntaxConverter {

  private SyntaxConverter() {}

  /**
   * Reads the data set of a reader and writes it bare in another syntax.
   *
   * @throws org.lucina.dicom.DicomFormatException when the source is no DICOM or breaks a limit
   * @throws IllegalArgumentException when pixel data would have to be encoded or decoded
   */
  public static void convert(DicomReader source, TransferSyntax target, OutputStream out)
      throws IOException {
    if (!canConvert(source.transferSyntax(), target)) {
      throw new IllegalArgumentException(
          "pixel data of " + source.transferSyntax().uid() + " does not fit " + target.uid());
    }
    if (!target.deflated()) {
      write(source, target, out);
      out.flush();
      return;
    }
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater, 8192);
      write(source, target, deflating);
      deflating.finish();
      if (deflater.getBytesWritten() % 2 != 0) {
        out.write(0);
      }
      out.flush();
    } finally {
      deflater.end();
    }
  }

  /** Whether headers and byte order are all that changes between two syntaxes. */
  public static boolean canConvert(TransferSyntax from, TransferSyntax to) {
    return from.uid().equals(to.uid()) || !from.encapsulated() && !to.encapsulated();
  }

  private static void write(DicomReader source, TransferSyntax target, OutputStream out)
      throws IOException {
    Output output = new Output(out);
    source.read(new ConvertingSink(output, target));
    output.flush();
  }
}
