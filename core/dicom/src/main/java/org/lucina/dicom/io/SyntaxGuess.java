package org.lucina.dicom.io;

import java.io.IOException;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;

/** Guesses the syntax of a data set from its first element, as no File Meta tells it. */
final class SyntaxGuess {

  private SyntaxGuess() {}

  /** Whether the element that comes next, of 8 bytes at least, names a VR. */
  static boolean hasVr(Input in) {
    return VR.of(in.peek(4), in.peek(5)).isPresent();
  }

  static TransferSyntax of(Input in) throws IOException {
    if (!in.has(8)) {
      return TransferSyntax.EXPLICIT_LE;
    }
    boolean bigEndian = in.peek16(0, true) < in.peek16(0, false);
    if (hasVr(in)) {
      return bigEndian ? TransferSyntax.EXPLICIT_BE : TransferSyntax.EXPLICIT_LE;
    }
    long length = Integer.toUnsignedLong(in.peek32(4, false));
    boolean undefined = length == 0xFFFFFFFFL;
    boolean fits = undefined || in.remaining() < 0 || length <= in.remaining() - 8;
    if (bigEndian || !fits) {
      throw new DicomFormatException(
          "no DICOM: neither prefix nor a first element", "", in.position());
    }
    return TransferSyntax.IMPLICIT_LE;
  }
}
