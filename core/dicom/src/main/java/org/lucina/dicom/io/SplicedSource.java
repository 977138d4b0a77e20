package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * The file that another is made from.
 *
 * @param file opens it
 * @param deflated whether its data set is
 * @param head bytes before the data set
 */
record SplicedSource(ChangedFile.Source file, boolean deflated, long head) {

  /** Opens it at a byte from its start, inflated ones counted in the data set. */
  InputStream openAt(long offset) throws IOException {
    InputStream in = file.open();
    try {
      if (!deflated) {
        in.skipNBytes(offset);
        return in;
      }
      in.skipNBytes(head);
      InputStream inflated = Inflating.stream(in);
      inflated.skipNBytes(offset - head);
      return inflated;
    } catch (IOException | RuntimeException unreadable) {
      in.close();
      throw unreadable;
    }
  }
}
