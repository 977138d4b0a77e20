package org.lucina.endpoint.dimse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;

/** Reads the attributes of files. */
final class Headers {
  /** Identifiers alone: after Series Instance UID (0020,000E) none comes. */
  static final DicomReader.Options IDENTIFIERS =
      new DicomReader.Options(ReadLimits.DEFAULT, 4096, Optional.of(Tag.SeriesInstanceUID + 1));

  private Headers() {}

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
