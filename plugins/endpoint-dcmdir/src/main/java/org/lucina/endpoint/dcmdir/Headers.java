package org.lucina.endpoint.dcmdir;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.IoSupplier;
import org.lucina.spi.dixel.Reference;

/** Reads objects up to their pixel data. */
final class Headers {
  private Headers() {}

  /** The attributes of an object, empty when there is none or it has gone meanwhile. */
  static Optional<DataSet> read(IoSupplier<InputStream> source) throws IOException {
    try (InputStream in = new BufferedInputStream(source.get());
        DicomReader reader = DicomReader.of(in, DicomReader.Options.BEFORE_PIXELS)) {
      DataSet header = reader.readDataSet();
      boolean whole =
          Reference.of(DicomLevel.INSTANCE, header)
              .flatMap(instance -> instance.at(DicomLevel.SERIES))
              .flatMap(series -> series.at(DicomLevel.STUDY))
              .isPresent();
      return Optional.of(header).filter(known -> whole);
    } catch (DicomFormatException | NoSuchFileException noObject) {
      return Optional.empty();
    }
  }
}
