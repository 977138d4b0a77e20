package org.lucina.bench.anonymize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.lucina.bench.jmh.AnonymizeBenchmark.Instance;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.testing.SyntheticObject;

/**
 * Fills a folder with instances of one series that differ by their UID. Arguments: folder, kind
 * ({@code header} or {@code ct_slice}), number.
 */
public final class FillFolder {
  private FillFolder() {}

  /** Does it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Instance kind = Instance.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    int count = Integer.parseInt(arguments[2]);
    DataSet data = kind.object().dataSet();
    String series = data.string(Tag.SeriesInstanceUID).orElseThrow();
    for (int i = 0; i < count; i++) {
      data.set(Tag.SOPInstanceUID, series + "." + i).set(Tag.InstanceNumber, String.valueOf(i));
      String name = String.format("i%06d", i);
      byte[] file = new SyntheticObject(name, TransferSyntax.EXPLICIT_LE, data).file();
      Files.write(folder.resolve(name), file);
    }
  }
}
