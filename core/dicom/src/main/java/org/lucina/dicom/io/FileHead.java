package org.lucina.dicom.io;

import java.io.IOException;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;

/**
 * What comes before the data set of a file (PS3.10 7.1).
 *
 * @param preamble all bytes before the first element
 * @param metaSyntax how the File Meta Information is encoded
 * @param fileMeta the File Meta Information, empty when there was none
 * @param syntax how the data set is encoded
 * @param length bytes of it all
 */
record FileHead(
    Bytes preamble,
    TransferSyntax metaSyntax,
    DataSet fileMeta,
    TransferSyntax syntax,
    long length) {
  private static final int PREAMBLE = 128;
  private static final int PREFIX = 4;
  private static final int META_GROUP = 2;
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  static FileHead none(TransferSyntax syntax) {
    return new FileHead(NOTHING, TransferSyntax.EXPLICIT_LE, new DataSet(), syntax, 0);
  }

  static FileHead read(Input in, ReadLimits limits) throws IOException {
    Bytes preamble = preamble(in);
    DataSet meta = new DataSet();
    TransferSyntax metaSyntax = TransferSyntax.EXPLICIT_LE;
    if (in.has(8) && in.peek16(0, false) == META_GROUP) {
      metaSyntax = SyntaxGuess.hasVr(in) ? TransferSyntax.EXPLICIT_LE : TransferSyntax.IMPLICIT_LE;
      readMeta(in, metaSyntax, limits, meta);
    } else if (!in.has(8)) {
      throw new DicomFormatException("no DICOM: too short", "", in.position());
    }
    TransferSyntax syntax = meta.string(Tag.TransferSyntaxUID).map(TransferSyntax::of).orElse(null);
    if (syntax == null) {
      syntax = SyntaxGuess.of(in);
    }
    return new FileHead(preamble, metaSyntax, meta, syntax, in.position());
  }

  private static Bytes preamble(Input in) throws IOException {
    int length = 0;
    if (in.has(PREAMBLE + PREFIX) && hasPrefix(in, PREAMBLE)) {
      length = PREAMBLE + PREFIX;
    } else if (in.has(PREFIX) && hasPrefix(in, 0)) {
      length = PREFIX;
    }
    return Bytes.of(in.take(length));
  }

  private static boolean hasPrefix(Input in, int at) {
    return in.peek(at) == 'D'
        && in.peek(at + 1) == 'I'
        && in.peek(at + 2) == 'C'
        && in.peek(at + 3) == 'M';
  }

  private static void readMeta(Input in, TransferSyntax syntax, ReadLimits limits, DataSet meta)
      throws IOException {
    DicomReader.Options options = new DicomReader.Options(limits, Long.MAX_VALUE, Optional.empty());
    new Parser(in, syntax, limits, new DataSetBuilder(meta, options, Optional.empty()))
        .readGroup(META_GROUP);
  }
}
