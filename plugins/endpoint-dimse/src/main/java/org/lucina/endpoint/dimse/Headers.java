package org.lucina.endpoint.dimse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;

/** Reads files up to their pixel data, or up to their identifiers. */
final class Headers {
  /** Extended Offset Table (7FE0,0001) and pixel data itself are not needed. */
  private static final int PIXELS = 0x7FE00001;

  /** After Series Instance UID (0020,000E) no identifier comes. */
  private static final int IDENTIFIERS = 0x0020000F;

  private static final int BULK = 4096;

  private Headers() {}

  /** How data sets are read that end before their pixel data. */
  static DicomReader.Options beforePixels() {
    return new DicomReader.Options(ReadLimits.DEFAULT, BULK, Optional.of(PIXELS));
  }

  /** How data sets are read of which identifiers alone are wanted. */
  static DicomReader.Options identifiersOnly() {
    return new DicomReader.Options(ReadLimits.DEFAULT, BULK, Optional.of(IDENTIFIERS));
  }

  /** The attributes in a file. */
  static DataSet read(Path file, DicomReader.Options options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, options);
    }
  }

  /** The attributes in a stream, which the caller closes. */
  static DataSet read(InputStream in, DicomReader.Options options) throws IOException {
    return DicomReader.of(new BufferedInputStream(in), options).readDataSet();
  }
}
