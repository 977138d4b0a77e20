package org.lucina.archive.job;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.lucina.deid.scan.Finding;
import org.lucina.deid.scan.ScanPolicy;
import org.lucina.deid.scan.SurvivorScan;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Dixel;

/**
 * Scans one result: the whole file but for its pixels, or its attributes where there is no file.
 */
final class InstanceScan {
  /** Bytes of a value at most that is looked into; a longer one is told as unseen. */
  private static final int VALUE = 16 << 20;

  private static final DicomReader.Options WITHOUT_PIXELS =
      new DicomReader.Options(
          new ReadLimits(
              ReadLimits.DEFAULT.depth(), ReadLimits.DEFAULT.elements(), VALUE, 8L * VALUE),
          VALUE,
          Optional.empty());

  private InstanceScan() {}

  /**
   * What survived.
   *
   * @throws IOException when either cannot be read
   */
  static List<Finding> of(Dixel original, Dixel result, ScanPolicy policy) throws IOException {
    return SurvivorScan.compare(file(original), file(result), policy);
  }

  private static DicomFile file(Dixel dixel) throws IOException {
    Optional<Content> content = dixel.file();
    if (content.isEmpty()) {
      TransferSyntax syntax = TransferSyntax.EXPLICIT_LE;
      return new DicomFile(Bytes.of(new byte[0]), syntax, new DataSet(), syntax, dixel.tags(), 0);
    }
    try (InputStream in = new BufferedInputStream(content.get().open());
        DicomReader reader = DicomReader.of(in, WITHOUT_PIXELS)) {
      return reader.readFile();
    }
  }
}
