package org.lucina.observer.directory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;

/** Reads the attributes of objects up to their pixel data. */
final class Heads {
  private static final int PIXELS = 0x7FE00001;
  private static final DicomReader.Options OPTIONS =
      new DicomReader.Options(ReadLimits.DEFAULT, 4096, Optional.of(PIXELS));

  private Heads() {}

  /** The attributes of an object with all its UIDs; empty when a file holds none, or is gone. */
  static Optional<DataSet> read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** The attributes of an object with all its UIDs; empty when a stream holds none. */
  static Optional<DataSet> read(InputStream in) throws IOException {
    try (DicomReader reader = DicomReader.of(new BufferedInputStream(in), OPTIONS)) {
      return Optional.of(reader.readDataSet()).filter(Heads::isWhole);
    } catch (DicomFormatException noObject) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(DataSet head) {
    return Reference.of(DicomLevel.INSTANCE, head)
        .flatMap(instance -> instance.at(DicomLevel.SERIES))
        .flatMap(series -> series.at(DicomLevel.STUDY))
        .isPresent();
  }
}
